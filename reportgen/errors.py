"""The few ways in which a run can fail; each says where, what, and what to do."""


class ReportgenError(Exception):
    """A fault to tell the user in one sentence.

    `exit_code` follows the table in the README; `str(error)` is the whole sentence.
    """

    exit_code = 1


class UsageError(ReportgenError):
    """The command was called wrongly."""

    exit_code = 2


class InputError(ReportgenError):
    """The input cannot be read, or is not a table of projects."""

    exit_code = 3


class NoInputError(ReportgenError):
    """There is no input for the month asked for."""

    exit_code = 4


class LockedError(ReportgenError):
    """Another run holds the workspace."""

    exit_code = 5


class SettingsError(ReportgenError):
    """A template, the norms, the theme or the settings are wrong."""

    exit_code = 6
