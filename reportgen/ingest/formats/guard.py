"""What is refused before any reader opens it: archives that swell, passwords, declared entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from reportgen.errors import InputError

FILE_LIMIT = 200_000_000
UNPACKED_LIMIT = 1_000_000_000
SWELLING_LIMIT = 100_000_000  # up to here any ratio is harmless
RATIO_LIMIT = 100  # the real table repeated 1,000 times packs to a 40th as xlsx
PARTS_LIMIT = 10_000
ENCRYPTED = 0x1  # the flag of a zip member

DECLARATION = re.compile(rb"<(?:!(?:DOCTYPE|ENTITY)|\0!\0(?:D\0O|E\0N))", re.IGNORECASE)  # UTF-16 puts \0 between
PASSWORD = "the file is protected by a password; take the password off and save it again."


def archive(data: bytes) -> zipfile.ZipFile:
    """Open a zip whose contents are of a sane size; nothing is unpacked yet."""
    with mended_only():
        opened = zipfile.ZipFile(io.BytesIO(data))
    parts = opened.infolist()
    unpacked = sum(part.file_size for part in parts)
    swollen = unpacked > SWELLING_LIMIT and unpacked > RATIO_LIMIT * len(data)
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT or swollen:
        raise InputError(
            f"the file would unpack to {unpacked // 1_000_000} MB in {len(parts)} parts, which no table needs; "
            "copy the table into a new file."
        )
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise InputError(PASSWORD)
    return opened


def part(opened: zipfile.ZipFile, name: str) -> bytes:
    """Read an XML part of an archive, as bytes that declare no entities."""
    with mended_only(name):
        data = opened.read(name)
    return undeclared(data, name)


def undeclared(data: bytes, name: str = "its XML") -> bytes:
    """Give the bytes back unless they declare a document type, and with it perhaps entities."""
    if DECLARATION.search(data):
        raise InputError(f"{name} declares a document type, which no office program writes; save the file again.")
    return data


def streams(data: bytes) -> frozenset[str]:
    """Name the streams of an old binary office file that no password locks."""
    import msoffcrypto
    import olefile

    with foreign_parser():
        names = frozenset(entry[0] for entry in olefile.OleFileIO(io.BytesIO(data)).listdir())
        known = names & {"WordDocument", "Workbook", "Book"}
        locked = known and msoffcrypto.OfficeFile(io.BytesIO(data)).is_encrypted()
    if locked or names & {"EncryptedPackage", "EncryptionInfo"}:
        raise InputError(PASSWORD)
    return names


def xml(data: bytes, name: str = "") -> etree._Element:
    """Parse a whole XML part without touching network, files or entities."""
    with mended_only(name):
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        return etree.fromstring(data, parser)


@contextmanager
def mended_only(name: str = "") -> Iterator[None]:
    """Turn what a damaged file raises into one sentence."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        LookupError,
        ValueError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise damaged(error, f" at {name}" if name else "") from None


@contextmanager
def foreign_parser() -> Iterator[None]:
    """Do the same around a library that raises anything at all for a damaged file."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        raise damaged(error) from None


def damaged(error: Exception, place: str = "") -> InputError:
    """Word the refusal of a damaged file."""
    cause = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return InputError(f"the file is damaged{place} ({cause[:200]}); save it again or ask for a new copy.")
