"""What is asked, held against what answers it."""

from datetime import date

import pytest

from reportgen.facts.reading import read
from reportgen.norms import Norms
from reportgen.records import Cell, Item, Period
from tests.facts.readings import AUGUST, reading

PLANS = [
    # a list shares its verb, and the places of which it tells are no other thing than is asked
    ("修缮农村道路20公里。", "8月底前修缮11公里。", "甲镇6.4公里、乙乡5.1公里已修完。", "met"),
    ("改造供热管网14公里。", "8月底前敷设5公里。", "已敷设一次网3.1公里、二次网3.6公里。", "met"),
    # what is told of all the things has met the stages up to it, whatever a later one waits for
    (
        "建成养老中心3个并运营。",
        "5月底前开工；8月底前完成装修；12月底前运营。",
        "3个中心都已装修完工。丙中心在选运营机构，9月8日开标。",
        "met met likely",
    ),
    # the work that the target counts is what ends
    ("硬化村组道路600公里。", "9月底前完工。", "完成路面硬化587公里，剩13公里8月27日开始浇筑。", "likely"),
    # a stage or a share that names nothing goes on about what its sentence named
    (
        "建成养老中心3处、助餐点15个。",
        "7月底前3处中心完成装修，8月底前运营；8月底前助餐点12个。",
        "甲、乙、丙3处中心均已运营。助餐点开12个。",
        "met met met",
    ),
    (
        "甲路完成全部路基，完成投资2亿元。",
        "6月底前路基完成50%，8月底前完成80%。",
        "路基完成60%。完成投资1.7亿元。",
        "met missed",
    ),
    # so many of each are asked of each that the target lists
    ("宫颈癌、乳腺癌筛查各8000人。", "8月底前各完成6000人。", "宫颈癌筛查7125人，乳腺癌筛查5460人。", "met missed"),
    # a day in the middle of a stage does not hold for the next one
    (
        "新建幼儿园4所。",
        "2所6月底前投用，2所主体封顶。",
        "甲园、乙园6月已开园。丙园8月20日封顶，丁园框架已到顶。",
        "met met",
    ),
    # what can begin once something is over is to come; steel that is only made is not set up
    ("建设农田2万亩。", "8月底前进场施工。", "中标单位已确定，秋收完即可全面动工。", "missed"),
    ("建成人行天桥1座。", "8月底前钢箱梁吊装完成。", "墩柱完成，钢箱梁在厂内加工完毕。", "missed"),
    # a service does not begin with what prepares it
    ("为适龄学生接种疫苗。", "8月底前启动接种。", "接种医生培训2期。", "silent"),
    # money that was put on the cards on a day behind us is paid
    ("低保金按月发放。", "8月份低保金10日前发放到位。", "8月份低保金9日打卡，惠及5920户。", "met"),
    ("低保金按月发放。", "8月份低保金10日前发放到位。", "8月份低保金名单已报财政，待打卡。", "missed"),
    # the number that a report begins with is of all, over less that it then counts by name
    ("新增停车位800个。", "8月底前550个。", "新增574个。老站停车场90个车位已划线，道闸装完后开放。", "met"),
    ("新增停车位800个。", "8月底前550个。", "累计新增574个。其中路内施划487个，厂区地块改停车场87个。", "met"),
    # works that are only listed as projects are none yet
    ("创建示范村6个。", "8月底前建成4个。", "6个村项目均已入库。建成2个。", "missed"),
    # a pool that holds its water is built
    ("新建污水厂1座。", "8月底前完成土建。", "池体满水试验合格，设备正在吊装。", "met"),
    # what is finished on the frame tells that the frame is there; what is only being made on it does not
    ("新建幼儿园1所。", "8月底前主体完工。", "外墙已做完，大门在砌。", "met"),
    ("新建幼儿园1所。", "8月底前主体完工。", "外墙正在施工。", "missed"),
    # a thing that the target counts by itself is asked for in full by its name
    (
        "建成农村公墓20处、城市公墓一期(3000个墓位)。",
        "8月底前农村公墓完工。",
        "农村公墓完工14处，另外6处在修道路。",
        "missed",
    ),
    # a share of each is one of every number
    (
        "康复救助320名，发放辅具900件，改造住房260户。",
        "6月底前各完成50%。",
        "康复救助341名。发放辅具426件。改造住房248户。",
        "met missed met",
    ),
    # what can only come behind something else is to come
    ("疏浚沟渠4条。", "8月底前进场施工。", "各沟渠等秋收后才好进场。", "missed"),
    # a plan that names one of the things that the target lists asks of that one, not of their number
    (
        "建成通车甲林路、乙河路南段、丙山路3条道路，共5.4公里。",
        "甲林路6月底前通车；乙河路南段8月底前通车；丙山路9月底前完成路基。",
        "甲林路6月28日通车。乙河路南段8月26日通车。丙山路路基填筑完成。",
        "met met met",
    ),
    # a share that is told right behind the number of all is of it
    ("更新站牌300块。", "8月底前更新240块。", "300块站牌已换七成。", "missed"),
    ("改造管网50公里。", "8月底前完成40公里。", "50公里管网完成了65%。", "missed"),
    ("改造路灯2000盏。", "8月底前改造1600盏。", "2000盏中八成五已换成新灯。", "met"),
    # clauses that are no more than a name and its number are a list, where they are of no steps
    ("创建绿色工厂15家。", "8月底前创建12家。", "纺织行业5家，机械行业4家，食品行业4家，都已拿到牌子。", "met"),
    ("新建基站30座。", "8月底前开通6座。", "立塔9座，开通4座。", "missed"),
    ("帮扶就业1500人。", "8月底前帮扶1100人。", "登记520人，推荐岗位380人，实现就业305人。", "missed"),
    # of those that are only interviewed none has come
    ("招聘村医60名。", "8月底前到岗45名。", "6月到岗31名，8月又有16名参加面试。", "missed"),
    # so many are not done as are told to be left
    ("改造公厕45座。", "8月底前完成35座。", "剩下的6座在做化粪池，别的都能用了。", "met"),
    # a rate that two numbers tell: of all there are, those who were served, or all but those who were not
    ("家庭医生签约率达70%。", "8月底前达到65%。", "全县重点人群7.6万人，已签约4.1万人。", "missed"),
    ("老人健康体检率达72%。", "8月底前达72%。", "常住老人4.86万，体检了3.56万。", "met"),
    ("诉求按期办结率96%以上。", "8月底前不低于96%。", "累计受理2.5万件，超期1600件。", "missed"),
    ("医保参保率97%。", "8月底前达97%。", "未参保的只有9800人，应参保40.8万人。", "met"),
    ("案件按期办结率100%。", "8月底前办结率100%。", "线索1102件，时限内办结1102件。", "met"),
    ("食堂接入覆盖率100%。", "8月底前覆盖率100%。", "全市218家食堂，巡查发现掉线的12家已修复。", "silent"),
    ("欠薪线索办结率98%以上。", "8月底前不低于98%。", "受理线索214条，办结207条，其余7条均在期限内。", "silent"),
    # so does the number of the people tell a density
    ("每千人口拥有托位4个。", "8月底前达到4个。", "全区常住人口52万人，托位2190个。", "met"),
    # those that are listed by name and told as done are as many as there are names
    ("新增药店8家。", "8月底前新增5家。", "同仁、百姓、康健、益民、华康、广济药店都能刷医保卡了。", "met"),
    ("举办技能竞赛6场。", "8月底前6场。", "焊工、钳工、茶艺、面点、叉车、护理赛都比完了。", "met"),
    ("新辟线路4条。", "8月底前开通3条。", "K1、K2、K8三条已发车。", "met"),
    ("新建书房6家。", "8月底前建成5家。", "甲村、乙村、丙村、丁村、戊村书房都已开工。", "missed"),
    # what each of several had counts as many times as there are of them
    ("送电影下乡200场。", "8月底前放映150场。", "54个村每村放了3场。", "met"),
    ("送电影下乡200场。", "8月底前放映150场。", "54个村每村放了2场。", "missed"),
    ("科普进校园40场。", "8月底前40场。", "航模、编程、天文三门课各进14所学校，各讲一场。", "met"),
    ("反诈宣传120场。", "8月底前100场。", "全镇124个村居一村一场，都讲过了。", "met"),
    ("窝沟封闭3000颗。", "8月底前2500颗。", "为812名儿童封了牙，人均3.2颗。", "met"),
    # a number that is corrected holds no longer, nor does what it is corrected by
    ("改造管网30公里。", "8月底前累计完成20公里。", "此前报21公里有误，核减3公里，现更正为18公里。", "missed"),
    ("创建无废细胞60个。", "8月底前创建40个。", "上月报送42个，核查发现有5个重复，实为37个。", "missed"),
    ("安装报警器1500个。", "8月底前安装1200个。", "台账原列1180个，补录后为1236个。", "met"),
    # of all there are, those are there that are not told as left, where the others are done, or just that is lacking
    ("改造小区32个。", "8月底前完成22个。", "现在施工的8个，还没进场的1个，其他的都已竣工。", "met"),
    ("改造小区32个。", "8月底前完成22个。", "现在施工的14个，还没进场的3个，其他的都已竣工。", "missed"),
    ("新建充电站15座。", "8月底前建成10座。", "15座中，除甲桥、乙桥两座还在装变压器外，都已投用。", "met"),
    ("新建充电站15座。", "8月底前建成10座。", "除甲桥、乙桥两座已投用外，其余还在装变压器。", "missed"),
    ("清退围网400口。", "8月底前清退320口。", "没清退的还有72口。", "met"),
    ("更换立管500栋。", "8月底前更换420栋。", "还没换的只有61栋。", "met"),
    ("更换立管500栋。", "8月底前更换420栋。", "还没签合同的只有61栋。", "missed"),
    # the numbers of a list, each of another body, place or thing by its name, are of what is asked as all of it is told
    # to be done, and so come to it
    ("新装果壳箱90只。", "累计60只。", "环卫所28只、各街道21只、物业15只，都已投用。", "met"),
    ("改造户厕2000户。", "完成1500户。", "北片612户、南片540户、山区乡镇388户，全部验收合格。", "met"),
    ("开展名师讲学50节。", "前8个月20节。", "语文18节、数学17节、英语16节，乡镇学校轮了一遍。", "met"),
    # what stands at several steps, or is done in several works on one length, does not
    ("新建果壳箱亭90座。", "8月底前累计60座。", "已立项45座、已供货40座、已建成30座。", "missed"),
    ("改造道路20公里。", "8月底前完成15公里。", "路基11公里、路面6公里。", "missed"),
    # people of a list may be the same ones, unless it is of places or groups, or tells that none is counted twice
    ("为残疾人发放器具420人。", "发放400人。", "拐杖发了160人、坐便椅130人、防滑垫118人，互不重复。", "met"),
    ("免费体检2000人。", "体检1500人。", "环卫工1120人、快递员436人，均已完成。", "met"),
    ("“两癌”筛查6000人。", "筛查5000人。", "宫颈癌筛查3120人、乳腺癌筛查3010人。", "short"),
    # what comes on top of a number is told beside it
    ("新增就业5000人。", "新增4000人。", "上半年新增2810人，7、8两月又增加1250人。", "met"),
    ("改厕1000户。", "改厕800户。", "去冬今春改了430户，入夏以来又改385户。", "met"),
    ("义务植树10万株。", "植树8万株。", "春季栽了5.2万株，秋季计划再栽3.1万株。", "short"),
    ("更换管网20公里。", "完成12公里。", "东线7.4公里换完，西线4.9公里已试压合格。", "met"),
    # numbers told by turn have the unit of the last
    ("宣讲受众2000人次。", "受众1500人次。", "三个街道先后开讲，分别来了520、468、561人次。", "met"),
    ("宣讲受众2000人次。", "受众1500人次。", "三场依次到场320、268、261人次。", "short"),
    # where an average is asked for, the longest or shortest case is none
    ("救援平均到场时间不超过15分钟。", "8月底前降到15分钟以内。", "平均13分40秒赶到现场，最长一次21分钟。", "met"),
    ("急救平均响应时间10分钟以内。", "8月底前平均响应时间10分钟以内。", "平均响应11分20秒，最快一次4分钟。", "missed"),
    # a task of money that is done is not the works
    ("建成甲校新校区。", "8月底前交付使用。", "教学楼8月中旬结构封顶，超额完成年度投资计划。", "missed"),
    ("改造小区12个。", "8月底前完工12个。", "已开工9个，完成全年投资任务。", "missed"),
    ("改造小区12个。", "8月底前完工12个。", "提前完成全年改造任务。", "met"),
    # classes counted as 个 are classes; what is told of places each may add up
    ("开设夜校120班。", "8月底前110班。", "累计开出112个班。", "met"),
    ("场馆接待60万人次。", "8月底前30万人次。", "甲馆21.4万、乙馆5.2万、丙馆4.1万人次。", "silent"),
    # the same amount in another unit; what is far too small is a size, what names others is of none of them
    ("新建污水管网12公里。", "8月底前新建9公里。", "管沟宽7米，铺设管道6350米。", "missed"),
    ("新造林200公顷。", "8月底前150公顷。", "已完成造林2400亩。", "met"),
    ("回收残膜5000吨。", "8月底前4000吨。", "回收410万公斤。", "met"),
    ("免费婚检900对。", "8月底前650对。", "婚检1020人。", "missed"),
    ("结对帮扶900对。", "8月底前650对。", "走访慰问群众3200人。", "silent"),
    # a share of the things tells how many of them are done; what is done may come to a share
    ("更换路灯800盏。", "8月底前更换600盏。", "800盏路灯已换了六成五。", "missed"),
    ("改造公厕40座。", "8月底前改造30座。", "40座公厕已改七成五。", "met"),
    ("更换路灯800盏。", "8月底前更换600盏。", "已更换650盏，达八成一。", "met"),
    # what is brought is not laid, nor planted
    ("改造供水管网80公里。", "8月底前改造60公里。", "管材到货75公里；已铺设41公里。", "missed"),
    ("敷设光缆120公里。", "8月底前敷设90公里。", "光缆备货130公里；完成敷设97公里。", "met"),
    ("造林1500亩。", "8月底前造林900亩。", "苗木已到货并栽植960亩。", "met"),
    # by another name, all that is counted in the unit asked for is too little; enough of it is enough
    ("培育村级管家100名。", "8月底前培育80名。", "公开课观看3.2万人次；实训班结业41人。", "missed"),
    ("培育村级管家100名。", "8月底前培育80名。", "公开课观看3.2万人次；实训班结业83人。", "met"),
    ("投保安全险3000户。", "8月底前投保2200户。", "签意向书2900户，缴费出单1376户。", "missed"),
    ("监督抽检900批次。", "8月底前700批次。", "快速检测3.1万批次；监督抽检出报告380批次。", "missed"),
    ("加装独立烟感2.5万间。", "8月底前6000间。", "甲镇2840间，乙镇2530间，丙镇1122间。", "met"),
    # all there are by now is no number of the new ones
    ("新增充电桩500个。", "8月底前累计350个。", "全县充电桩保有量6200个，今年新备案的3家园共165个。", "missed"),
    ("新增养老床位300张。", "8月底前累计200张。", "全县养老床位总数4120张。", "silent"),
    ("充电桩总数达到6000个。", "8月底前达到5800个。", "全县充电桩保有量5910个。", "met"),
    # those who are taught have no certificate yet
    ("培训护理员200名并取得证书。", "8月底前200人取得证书。", "参训230人；等级考试10月报名。", "missed"),
    ("培训护理员200名并取得证书。", "8月底前200人取得证书。", "参训230人，全部拿到证书。", "met"),
    # what is listed, ordered or looked at is not done
    ("高频事项掌上办180项。", "8月底前120项可办。", "梳理出事项195项，已上线可办的64项。", "missed"),
    ("高频事项掌上办180项。", "8月底前120项可办。", "梳理出事项195项，已上线可办的126项。", "met"),
    ("适配辅具600件。", "8月底前450件。", "订购辅具610件，送到手里的202件。", "missed"),
    ("适龄儿童涂氟2000名。", "8月底前1500名。", "口腔检查覆盖3860名儿童，惠及涂氟儿童640名。", "missed"),
    # a document is out by its number or by who has it, a window works by what it took in; a draft is none
    ("制定甲类补助办法。", "8月底前印发。", "办法已以乙政办发〔2025〕9号文下到各镇，9月1日起施行。", "met"),
    ("制定甲类补助办法。", "8月底前印发。", "办法送审稿已报司法局。", "missed"),
    ("出台甲类补助办法。", "8月底前印发实施。", "第三稿修改完毕，准备提交会议研究。", "missed"),
    ("设立甲类事项窗口。", "8月底前对外受理。", "三家单位坐到一个柜台后面，8月接件41件。", "met"),
    ("设立甲类事项窗口。", "8月底前对外受理。", "工位已腾出，人员正在选派。", "missed"),
    # a charge is off where it is no more taken; an insurance is on by its policy
    ("取消丙类收费。", "8月底前取消。", "6月15日起不再收费。", "met"),
    ("为乙类人员投保意外险。", "8月底前出单。", "保险公司8月9日出具保单，名册全部在内。", "met"),
    ("为乙类人员投保意外险。", "8月底前出单。", "投保方案已报，正与三家公司洽谈费率。", "missed"),
    ("为乙类人员投保意外险。", "9月底前生效。", "合同已签，保单9月10日起生效。", "likely"),
    # files are kept once they are in a system, titles given once the signs hang; not while forms are filled in
    ("建立丁类对象档案。", "8月底前建档。", "入户走访走完，资料都录进了平台。", "met"),
    ("评选戊类示范户。", "8月底前授牌。", "牌子已挂到各家门口。", "met"),
    ("评选戊类示范户。", "8月底前完成评选。", "各镇推荐87户，正在网上投票。", "missed"),
    # none left out is all of them, where all are asked for
    ("走访己类家庭全覆盖。", "8月底前走访到位。", "各镇走访2039户，没漏一家。", "met"),
    ("走访己类家庭全覆盖。", "8月底前走访到位。", "走访2039户，还有3户没走。", "likely"),
    # on its day what only has its vehicles and rotas ready does not run
    ("新增夜间线路2条。", "8月底前2条线路开通。", "走向经过两轮座谈，司机排班表编好了。", "missed"),
    # what no words name is there by all that has happened, if doubted; not with some of it to come
    ("博物馆延时开放。", "8月起实行。", "8月馆门晚上才关，进了6400人。", "met"),
    ("博物馆延时开放。", "8月起实行。", "讲解员、保安正在招。", "missed"),
    # who has the training has no certificate while the exam is to come
    ("培训护理员200名并取得证书。", "8月底前200人取得证书。", "参训230人，等级考试10月份开始报名。", "missed"),
    ("培训护理员200名并取得证书。", "8月底前200人取得证书。", "参训230人，等级考试8月考完，208人取得证书。", "met"),
    # a day after the due one is late, whomever it does no harm
    ("更新甲车18辆。", "8月底前新车上路。", "新车厂家答应9月下旬交付，不影响学生乘车。", "missed"),
    # all that is counted is asked for, also what a place holds
    (
        "新增公共停车位1500个，其中共享车位300个。",
        "8月底前1100个，9月底前全部完成。",
        "已新增1587个，含共享342个。",
        "met met met",
    ),
    # the year that is paid for is no day, nor that of the day behind it
    ("参保率95%以上。", "2月底完成集中征缴。", "参保率97.3%。2026年度集中征缴于8月6日召开动员会。", "silent"),
    # works that the plan has stand still go on again; what else has not begun is none of them
    (
        "加固坝4座。",
        "主汛期后复工，完成2座坝体加固。",
        "7月主汛期停工，8月26日全面复工。2座坝体加固完成，放水工程未动工。",
        "met met",
    ),
    # a sign that is put up is so in any words
    ("12个镇工作站全覆盖。", "工作站挂牌。", "12个镇都挂了牌。社工服务正在签合同。", "likely"),
    # what is done but for one piece has begun
    (
        "改造5个小区。",
        "5月开工，10月底竣工。",
        "甲院、乙院、丙院3个小区外墙保温都已完成。供热管网除乙院过街段外全部完成，过街段定于9月8日施工。",
        "met likely",
    ),
    # what is planted, and has its paths and benches put in, is nearly done
    (
        "新建口袋公园12处。",
        "12处口袋公园完工。",
        "建成开放10处，甲园、乙园两处苗木栽完，正在铺园路、装座椅。",
        "likely",
    ),
    # what has come on a day has come as one, whatever is counted of the next step
    ("更新设备320套。", "8月到货，10月底安装完毕。", "设备8月19日到货，已装243套。", "met likely"),
    ("更新设备320套。", "8月到货。", "首批设备8月19日到货，已装43套。", "missed"),
    # all is asked by the works' own word; of the layers of a road the last one tells how much is done
    ("修复水毁道路48公里。", "9月底前全部修复。", "完成路基43公里、路面11公里，每天推进0.5公里。", "short"),
    ("修复水毁道路48公里。", "9月底前全部修复。", "完成路基48公里、路面48公里。", "met"),
    # a plan's step is of the target that spells it; homes that are only to be got, and that task, are none of those
    # completed; 共有产权 names a kind of home
    (
        "筹建保租房320套，竣工保障房260套。",
        "竣工累计200套。",
        "筹建保租房326套，年度任务已完成。甲地块共有产权房112套已竣工；乙地块98套正在做室外管线，10月底验收。",
        "short",
    ),
    ("开工棚改房320套，竣工保障房260套。", "竣工累计200套。", "竣工保障房262套，年度任务已完成。开工332套。", "met"),
    # what is told as there at one place and as to come at another is not there
    (
        "甲幼儿园、乙二幼9月开园。",
        "8月底前通过竣工验收及室内空气检测。",
        "甲幼儿园8月18日竣工验收，空气检测合格。乙二幼装修已结束，室内空气检测拟9月上旬做。",
        "missed",
    ),
    # what is exchanged on all its length is done as what is rebuilt
    ("供热老旧管网改造12.6公里。", "8月20日前完工。", "12.6公里管网全部换完回填。", "met"),
    # 全部完成 asks for parking spaces as for all that is counted
    ("新增停车位1500个。", "8月底前全部完成。", "新增1587个，9月中旬调整收费牌。", "met"),
    # a sign that is up is not yet a kitchen that cooks
    ("新建助餐点12个。", "8月底前12个全部开餐。", "12个都挂牌了，开餐的4个。", "missed"),
    # works beside the finish that are made, too, leave next to nothing to do
    ("改造小巷9条。", "9月5日前9条全部完工。", "9条巷子沥青铺完，标线也画了。", "likely"),
    # a rest told in another unit, and a day told bare, are of what was counted last
    (
        "为普通教室安装空调1260台。",
        "5月底前完成空调采购招标及扩容；9月底前安装完毕。",
        "空调由甲公司中标供货，到校840台、装好610台，剩余两批9月5日、12日到，9月20日前收尾。",
        "met likely",
    ),
    # machines that stand in their place are installed; 都到了 is an arrival
    ("为4家卫生院配备设备。", "8月底前设备到货，安装就位。", "4台都到了，8月20日机器就位通电。", "met likely"),
    # works that are taken up again did not begin then
    ("建成托育中心。", "9月10日前室内装修完成80%。", "8月20日重新进场，室内装修做了六成。", "short"),
    # a basin rises with its walls, and is made tight at last
    (
        "新建调蓄池1座。",
        "9月5日前池体混凝土及防渗层完成。",
        "池壁浇到设计高度的一半，计划9月12日池壁到顶。",
        "missed missed",
    ),
    # what is laid is being laid; 冷运行 is a trial
    ("更换管道76公里。", "转入水表井砌筑。", "水表井砌了1120座。", "met"),
    ("改造管网。", "8月30日前完成冷态试运行。", "8月16日打压，17至22日冷运行。", "met"),
    # the highest and the lowest are parts of what is told before them
    ("签约率达到85%。", "达到80%。", "78.7%。最高的甲镇91%，最低的乙镇72%。", "likely"),
    # what is asked for the whole year is not due by the day of the clause before it
    ("帮扶就业120人。", "就业6月底前50人，全年120人。", "帮扶就业76人。", "met likely"),
    # works that set out on a day, or of which the first piece is there, are under way
    ("改造甲路跨线桥。", "8月底前桩基全部完成。", "首根桩8月26日开钻，全桥共64根。", "missed"),
    ("新建甲桥。", "8月底前箱梁架设完成。", "首片箱梁8月20日架设完成。", "missed"),
    # what one of several things is asked for by its name is not held up by the others
    (
        "建成零工之家1个、社区服务站8个。",
        "零工之家投用，服务站建成6个。",
        "零工之家6月28日开张。服务站8个都挂了牌，甲江、乙南两个社区的人员没到岗。",
        "met met",
    ),
    # a shop that is opened is in use; weather goes on, and no works do
    ("建成零工之家1个。", "零工之家投用。", "零工之家6月28日开张。", "met"),
    ("建成体育公园。", "8月底前球场完工。", "4片篮球场完工。持续干旱影响草坪铺种。", "met"),
    # what a meeting is still to decide about holds up those of a few that are not bought yet
    ("配备压缩车6辆。", "8月底前压缩车采购到位。", "压缩车签了4辆的合同，送来2辆；剩余2辆要等常务会研究。", "missed"),
    # what is accepted and mended is asked of all
    ("改建厕所2800座。", "8月底前验收整改完毕。", "建成2800座。逐户验收合格2113座，不合格687座返工过半。", "missed"),
    # a share of those who are to be reached is none of the works
    ("课后服务参与学生4万人以上。", "参与学生4万人。", "参与学生43120人，占在校生91%。", "met"),
    # brackets behind a day name nothing: the plan asks for all
    ("改造管网7公里。", "8月10日前(入冬前)全部完成。", "敷设5.1公里。甲口至乙站1.9公里未开挖。", "missed"),
    # routes in brackets are a part of the names of the lines that are listed
    ("开通公交线路4条。", "开通3条。", "101路(甲站—乙站)、102路(甲站—丙站)、105路(甲站—丁站)开通。", "met"),
    # of one building whose lower floors are finished the floors that are not decide
    ("建成养老院。", "养老院9月竣工。", "室内精装三层以下完成；四至六层砌隔墙。", "short"),
    # what is denied and told as reached after it holds nothing back; a place is told of with what it holds
    (
        "新建幼儿园2所，新增学位810个。",
        "两所幼儿园竣工。",
        "甲溪二幼8月25日开园，设计学位540个；乙镇幼儿园设计学位270个，8月9日验收没过，整改后8月29日开园。",
        "met",
    ),
    # a frame that is done is told in like words with and without 工程
    ("加固水库9座。", "8月底前9座主体工程完工。", "9座主体均已完工，6座做了蓄水验收。", "met"),
    # works left over beside what is in use leave the day of its opening met; what is to move in does not
    ("打通甲路1.2公里。", "8月底通车。", "8月12日放行社会车辆。行道树来年春季补栽。", "met"),
    ("新院区投入使用。", "8月底前投入使用。", "8月25日门诊部接诊；住院部预计9月15日前搬完。", "missed"),
    # how many more there are than elsewhere is owed by nobody
    ("新校区投入使用。", "8月底前完成装修。", "新校区8月28日开学，学位共900个，比老校区多620个。", "met"),
    # a rest of other things than are asked for lacks none of them
    ("建设服务中心15个。", "8月底前15个。", "15个中心窗口全部统一。自助终端由市上配发，还有3台没到。", "met"),
    # 开过 tells what is over
    ("开设暑托班28个。", "8月总结。", "28个班。总结会8月20日开过。", "met"),
    # a rest that another requirement counts is none of this one; of a site without a step nothing is missed
    (
        "建成孵化园，入驻企业20家。",
        "7月开园；8月底入驻企业20家。",
        "7月12日开园。入驻企业20家，另有4家电商企业在谈。",
        "met met",
    ),
    (
        "新建养老中心6处。",
        "6月底前选址；10月底前装修完成。",
        "甲民、乙东、丙里、丁阳4处装修好了。戊城、己苑2处在装，己苑8月底进的场。",
        "likely likely",
    ),
    # what is at its last works has begun; water that is drunk runs
    ("改造小区17个。", "5月底前全部开工。", "完工14个。甲厂、乙局、丙院3个只剩道路罩面和车位划线。", "met"),
    ("86个村通自来水。", "8月底前60个村通水。", "71个村吃上了自来水，剩余15个村在改村内管网。", "met"),
    # a word that begins with a figure is found as any other
    ("新建小学1所。", "8月底前投用。", "新校区8月25日开学。", "met"),
    # 做好 with an object is an intention, alone an end; spoken words for steps and ends are read as the written ones
    ("改造公路20公里。", "完成15公里。", "正在施工，做好质量管理。", "short"),
    ("新建养老院。", "装修完成。", "室内精装做好了。", "met"),
    ("新建泵站。", "泵房建成。", "泵房7月份盖好了。", "met"),
    ("改造卫生院2所。", "2所投用。", "甲溪、乙坪两所7月份已经搬进去用了。", "met"),
    # a stage that was kept tells the pace to the next one
    ("建成安防小区10个。", "8月中旬前6个，10月底前10个。", "建成7个。", "met likely"),
    # a number told as included is a part; one told to date is of no month; what is only talked over is not under way
    ("配送演出1200场。", "8月底累计1000场。", "累计配送916场，线上96场包括在内。", "missed"),
    ("改造危旧房260户。", "9月中旬完成200户。", "7月份与原单位解约，新单位8月上旬进场，至今改造96户。", "short"),
    ("改造卫生所18家。", "18家全部完工。", "完工11家，在建4家，甲埔、乙厝、丙坑3家还在与村集体商量用房。", "short"),
    # each kind by a name with a figure in it; a school that takes pupils is in use
    ("新建4G基站60个、5G基站80个。", "4G基站30个、5G基站35个。", "建成4G基站18个、5G基站97个。", "short met"),
    ("新建幼儿园4所。", "2所投用。", "甲心园、乙洋园秋季已招生；丙台园主体封顶。", "met"),
    # an acceptance of works (竣工验收) is none of what is bought
    (
        "新建服务中心，年底投用。",
        "9月:竣工验收；12月:设备进场、投用。",
        "装修完成，消防、人防验收通过。超声设备正走政府采购程序，9月10日开标。",
        "likely likely likely",
    ),
    # what ends a rest in one sentence with it promises it; a season that names a day (供暖前) names no heat
    (
        "建成体育公园。",
        "体育公园完工。",
        "甲峰体育公园绿化完成，球场剩最后一道面层，气温低了不好做，安排在9月上中旬天好的时候收尾。",
        "likely",
    ),
    (
        "学校清洁取暖改造9所。",
        "设备安装完毕，10月10日前具备供暖条件。",
        "9所设备均已装好，变压器定在10月5日送电。供暖前组织一次联合检查。",
        "met likely",
    ),
    # laying the ground outdoors is none of the finish
    ("建成服务中心。", "9月:竣工验收。", "室内装修做完了，室外铺装还有约600平方米。", "likely"),
    # a clause that counts only some of what was counted before it goes on about the same
    (
        "基本建成安置房2600套。",
        "8月:甲苑二期交付；9月:乙南花园主体完成。",
        "甲苑二期1128套8月18日起选房交付。乙南花园1500套14幢楼全部封顶，12幢外墙涂料做完并落架，还有2幢在刮腻子。",
        "met met",
    ),
    # those that are put off are not in use
    ("新建关爱之家12个。", "全部投入使用。", "12个均已投入使用，9个常态化开展活动，另3个暂缓对外开放。", "short"),
    # what only waits for a step beyond the one asked for may be there: it is doubted, not missed
    (
        "新建改造村卫生室20所。",
        "8月底前20所全部建成。",
        "20所土建完成，诊床等配齐，17所已开诊，3所等村医到岗后开。",
        "likely",
    ),
    ("新建改造村卫生室20所。", "8月底前20所全部建成。", "17所已开诊，3所待装修后开诊。", "missed"),
    ("改造管网12公里。", "8月底前完成12公里。", "甲路管网7公里完工。乙街管网4公里完工。", "missed"),
    # what only tells to which floor a step has come goes on about the same
    (
        "新改扩建幼儿园3所、小学1所。",
        "甲坞幼儿园室外工程完成；乙渚二小砌体完成。",
        "甲坞幼儿园室外管网已埋；乙渚二小教学楼8月19日结顶，砌体做到三层(共四层)。",
        "met likely",
    ),
    # days of good air come one by one, at their pace
    ("全年优良天数280天以上。", "9月底前达到210天以上。", "1至8月优良189天。", "likely"),
    ("全年优良天数280天以上。", "9月底前达到210天以上。", "1至8月优良181天。", "short"),
    # in a list of places one may be told with what is done with it
    (
        "新建、改扩建学校5所。",
        "全部投入使用。",
        "甲月实验学校、乙东三小扩建、丙洲小学综合楼、丁螺中学教学楼、戊圩分校均于8月20日如期使用。",
        "met",
    ),
    # heat for all the town, a pipe filled for a test; what is put in has been bought; lines drawn are the last works
    (
        "改造供热管网6公里。",
        "8月20日前完成改造并打压试水，8月31日正式供热。",
        "管网改造8月16日结束，试水2次；8月29日全城供热。",
        "met met",
    ),
    ("完成600间教室灯具改造。", "8月底前完成采购，安装400间。", "暑假期间装了418间。争取元旦前装完。", "met met"),
    ("改造小区9个。", "9个小区全部完工。", "7个完工，甲厂宿舍、乙门新村2个在做绿化补植和车位划线。", "likely"),
    # a sign put up, and a contract with it, prepares nothing; a rate of the year's visits still grows
    ("建成联合体3家。", "3家挂牌。", "联合体3家均挂牌签约。", "met"),
    ("签约服务9.6万人，履约率85%以上。", "9月底前履约率65%。", "累计签约9.8万人，履约率58.3%。", "likely"),
    # a day that is set is to come
    ("建成图书馆新馆并开放。", "布展完成，9月下旬试开放。", "布展完成，已定9月16日试开放。", "met likely"),
    # some that are there, and not how many, make neither all nor none
    ("改造公厕26座。", "8月底前完成22座。", "26座已全部动工，部分建成开放。", "likely"),
    ("改造公厕26座。", "8月底前完成22座。", "26座已全部动工，其中甲巷公厕建成开放。", "missed"),
    # a place whose name begins with 八家 counts nothing, and is one more
    (
        "改造危桥4座。",
        "3座通车、1座完成上部结构。",
        "甲沟桥、乙社桥、八家子桥已放行，丙堡桥空心板架设完毕，在浇护栏。",
        "met met",
    ),
    # what is made and not delivered, what is only chosen, and a house left are not there
    (
        "更新公交车60部。",
        "8月底到位40部。",
        "首批32部7月27日上线，第二批28部厂家已下线，约定9月中旬发车。",
        "missed",
    ),
    ("安置房366套分配入住。", "分房入住。", "366套选房完，已办交房手续281户。", "likely"),
    ("避险搬迁60户。", "全部住进新房。", "60户都已搬离，入住新房34户，在建26户。", "likely"),
    # faults that were found and mended are none of what is to be made anew
    ("改造户厕3200座。", "8月底前完成改造。", "排查出问题厕所4380座，整改3906座。全年新改造2115座。", "missed"),
    # far more in one of the things by its name are none of them
    (
        "建成甲店、乙岩、丙场3个公墓。",
        "8月底前3个公墓墓穴全部建成。",
        "甲店公墓3月投用；乙岩公墓900个墓穴建成；丙场公墓林地手续8月11日获批准，挖机已进场平整场地。",
        "missed",
    ),
    # of the whole and a part the one that bears the name asked for counts; parts that divide the whole do not
    ("新增普惠性托位600个。", "累计新增400个。", "新增托位655个，其中认定为普惠性的312个。", "short"),
    ("培训农村电商人才800人次。", "累计培训600人次。", "培训842人次，其中农村妇女365人次、返乡青年477人次。", "met"),
    (
        "疫苗全程接种18万人。",
        "8月底前达到12万人。",
        "累计接种34.8万剂次，其中首剂18.6万人，全程16.2万人。学生首剂1.8万人，第二剂间隔期未到。",
        "met",
    ),
    # a share told of some is of no others; a scheme that passed its review is done; a column's steel is of the frame
    ("整治积水点24个。", "20个完工，其余4个完成主体。", "完工19个，在建5个形象进度均过七成。", "likely likely"),
    (
        "新建母婴室20间，打造儿童街区1个。",
        "儿童街区完成方案设计。",
        "母婴室20间已建成。儿童街区选址甲巷，设计方案经两轮讨论，8月25日通过专家评审。",
        "met",
    ),
    (
        "建设转运站4座。",
        "2座投运，2座主体完工。",
        "甲岩、乙鞍2座转运站6月投运；丙坡站车间已封顶，丁湾站基础完成，正在绑扎墙柱钢筋。",
        "met likely",
    ),
    # of places listed by name another one by a like name is one more
    (
        "整治餐饮集中区3个。",
        "3个集中区完成提升。",
        "甲大后街、乙工东门2个集中区已完成提升，丙大北街净化设施安装到位、正在调试。",
        "likely",
    ),
    # all but those left out by number; a list of some holds no others; the papers of a handing over are beyond
    ("改造24个小区。", "8月底前完成20个。", "24个小区全部开工，除甲园、乙村2个小区外均已完工。", "met"),
    (
        "新建幸福院15所。",
        "8月底前建成15所。",
        "建成13所，其中9所已有老人活动，甲乡2所因缺管理员隔日开放。另外2所在装门窗。",
        "missed",
    ),
    (
        "新建运动场6片。",
        "8月底前完工4片。",
        "运动场6片全部完工，其中甲社区球场已移交社区管理，其余5片在办移交手续。",
        "met",
    ),
    # no one there, a withdrawal and another site hold up the rest
    ("建成帮扶车间6家。", "6家全部投产。", "4家投产。石沟、白坪2家厂房已建成，原引进企业撤资，尚无意向企业。", "short"),
    # what closed down for good is waived, without a number too; what stands still by itself is not
    (
        "完成19家养老机构消防整治。",
        "8月底前全部完成。",
        "除甲园公寓6月关停注销外，其余18家均整改到位，整治任务完成。",
        "met",
    ),
    ("完成19家养老机构消防整治。", "8月底前全部完成。", "除甲园公寓正在整改外，其余18家均整改到位。", "missed"),
    # one step of a named thing is none of another; hours of a service count nothing
    ("新建天桥2座。", "甲路天桥主桥吊装。", "甲路天桥桩基、承台完成，钢箱梁工厂加工过半。", "likely"),
    (
        "开通24小时援助热线，服务1500人次。",
        "热线开通，服务600人次。",
        "热线3月8日开通，接线服务1617人次。",
        "likely met",
    ),
    # spring is a day to come, and so is what is promised by whom supplies it, or settled another day
    ("整治路口25处。", "全部整治到位。", "完成22处；甲镇3处警示灯已安装，标线因气温低需待来年开春施划。", "missed"),
    ("为120艘渔船配备救生筏。", "8月底前全部配备到位。", "救生筏到货86只，余34只供货商承诺9月底前交付。", "missed"),
    # as many as are asked for, promised after the day, come late
    ("新建污水设施120个。", "完成85个。", "完工61个，在建34个。管网一度停工，现已复工，计划10月底完成85个。", "missed"),
    # left out by name and denied, a part of a length is not there
    (
        "新建栈道3.8公里。",
        "8月底前全线贯通。",
        "除甲段260米因加固方案变更尚未施工外，其余3.5公里均已贯通开放。",
        "missed",
    ),
    # sizes of the very things that are asked for are no count of some; what was only tested is not done
    ("建成湿地公园并开放。", "8月底前步道、观景台完工。", "步道4.2公里、观景台3处完工，绿化栽植约60%。", "met"),
    (
        "完成160家企业设施升级。",
        "完成120家，开展已升级企业排放抽测。",
        "完成升级133家；对已升级企业抽测40家，达标38家。",
        "met met",
    ),
    # with those still dealt with, a rate comes to what is asked; near it, two months suffice
    ("快递覆盖率达100%。", "覆盖率达95%。", "覆盖建制村132个，覆盖率93.6%，未覆盖的9个村正在落实代办人员。", "likely"),
    ("快递覆盖率达100%。", "覆盖率达95%。", "覆盖建制村132个，覆盖率93.6%。", "short"),
    (
        "风险消除率达80%。",
        "消除率达80%。",
        "全县1742户4980人，已消除1311户，消除率75.3%，预计9月可再消除92户。",
        "likely",
    ),
    # what is counted on in a sentence goes on about the same
    (
        "改造发热门诊2个、中医馆6个。",
        "发热门诊完成土建；中医馆完成3个。",
        "甲院发热门诊土建完工；乙院发热门诊土建完工。中医馆改造完成4个，丙村、丁村2个设计方案已定。",
        "met met",
    ),
    # brackets that count some do not tell of all; a kind of pile is a pile
    ("治理隐患点8处。", "8月底前治理完工6处。", "治理工程8处均已完工(2处待验收)。", "met"),
    ("开工建设照护中心。", "8月底前桩基施工。", "静压桩完成86根(设计214根)。", "met"),
    # all have come to the step before, whose usual days are left; those not yet done are no denial
    ("为32所学校安装空调1100台。", "完成安装。", "设备全部到货。已装806台。", "likely"),
    ("为420户商铺加装报警装置。", "完成安装。", "完成405户，未安装的15户系长期闭户，已委托社区联系。", "likely"),
    # an application for the acceptance is none; what a clause ends beside it is not asked
    ("完成敬老院消防改造。", "8月底前通过消防验收。", "喷淋、烟感均已施工完成，8月26日提交消防验收申请。", "missed"),
    (
        "建成消防站4个。",
        "8月底前人员、车辆到位。",
        "4个站营房建成。人员招录已完成体检，待政审后开展岗前培训。",
        "silent",
    ),
    # a plan's word asks of the target that has most of its name
    (
        "建快检室10个，开展快检5万批次。",
        "快检室全部投用，快检3.5万批次。",
        "10个快检室均已投用，累计快检3.18万批次。",
        "met likely",
    ),
    # on the due day a number just short of a stage of the year is near it; one of all, or a rate, is missed
    ("安装烟感5000只。", "8月底前安装3000只。", "累计安装2960只。", "likely"),
    ("安装烟感5000只。", "8月底前安装3000只。", "累计安装2760只。", "missed"),
    ("安装烟感5000只。", "8月底前安装5000只。", "累计安装4870只。", "missed"),
    ("安装烟感5000只。", "8月底前安装3000只。", "累计安装2960只，其中240只尚未通电。", "missed"),
    ("家庭医生签约率达到75%以上。", "8月底前签约率达到65%。", "签约率63.8%。", "missed"),
    # what is done counts among what has begun, where a plan parts the whole by steps
    ("整治积水点8处。", "8月底前5处完成整治，其余3处进场施工。", "完成6处；另2处已进场。", "met met"),
    ("整治积水点8处。", "8月底前5处完成整治，其余3处进场施工。", "完成6处；另1处已进场。", "met missed"),
    # a rest in another's unit, or of money, holds up nothing; a month told alone is a guess
    (
        "改造危桥8座，完成村道安防60公里。",
        "危桥完工4座；村道安防完成45公里。",
        "4座已通车，其余4座桩基完成；村道安防完成41.6公里。",
        "met likely",
    ),
    (
        "实施危房改造160户。",
        "全部开工，竣工120户。",
        "160户全部竣工，并通过逐户验收，补助资金已兑付146户，剩余14户9月上旬兑付。",
        "met met",
    ),
    # what names another thing, is denied, put off to the next spring, or only filed with supervisors, is not there
    ("建设连接线。", "8月底前路面工程完成80%。", "路基填筑完成90%。路面工程尚未展开。", "missed"),
    ("建设湿地公园。", "8月底前完成绿化栽植。", "乔木栽植1.3万株；地被植物调整至明春补植。", "missed"),
    ("建设实验室10间。", "8月底前完成设备采购。", "招标文件已编制完成，8月26日报采购监管部门备案。", "missed"),
    ("建设泵站。", "完成设备安装，投入试运行。", "水泵已完成出厂验收，9月下旬到场。", "short silent"),
    ("发放监护补助。", "完成上半年补助发放。", "上半年补助已于8月兑付到户，下半年补助12月发放。", "likely"),
    # the columns of a floor stand on the one below, and floors take their days
    ("建幼儿园。", "主体施工至三层。", "地下室顶板完成，一层柱钢筋绑扎。", "likely"),
    ("建幼儿园。", "主体施工至九层。", "地下室顶板完成，一层柱钢筋绑扎。", "short"),
    # a plan that says only by when asks what the target asks
    ("举办创业大赛。", "/(四季度举办)", "大赛方案起草中。", "likely"),
    # the one that lacks and goes on may come in time
    ("修缮文物4处。", "9月底前全部完工。", "甲庙、乙祠、丙楼完成修缮；丁桥正在修缮。", "likely"),
    # a listed thing goes by its longer name; halls are kinds of places too
    (
        "新建县医院、实验中学人行天桥2座。",
        "主体钢结构吊装完成。",
        "县医院天桥钢箱梁吊装到位；实验中学天桥因电缆需迁改，承台未能施工。",
        "short",
    ),
    (
        "新建骨灰堂2处。",
        "2处主体结构完成。",
        "甲汀骨灰堂主体封顶；乙塔骨灰堂周边群众意见较大，原址放弃，新址尚未确定。",
        "short",
    ),
    # to be resumed is not resumed; what stands still, or waits for a permit or a contract, is not in time
    (
        "加固水库3座。",
        "3座主体工程完工。",
        "甲湾、乙坪2座主体工程已完工。丙沟水库灌浆完成46%；因水位偏高，灌浆自6月起暂停，拟汛后10月恢复施工。",
        "missed",
    ),
    (
        "改扩建幼儿园2所。",
        "2所完成装修。",
        "甲林园装修收尾。乙河园因资金链断裂于5月停工，主体施工至二层，正在办理清场移交。",
        "short",
    ),
    (
        "改造转运站2座。",
        "甲站完成设备安装。",
        "甲站土建完成，压缩设备仍在商谈，供货合同未签，生产周期不少于90天。",
        "missed",
    ),
    # a pace that is told outweighs the one so far, in metres for kilometres too
    ("修复管网18公里。", "修复累计12公里。", "修复9.7公里，目前日均推进90米。", "likely"),
    ("修复管网18公里。", "修复累计12公里。", "修复9.7公里，目前日均推进50米。", "short"),
    ("改造水表1.5万户。", "累计完成1.5万户。", "已改造14036户。剩余用户在老家属区，目前日均换表60余户。", "likely"),
    ("开展进校园活动20场。", "累计20场。", "开展14场，9月份每周安排2场。", "likely"),
    ("建养老床位500张。", "累计建成500张。", "累计建成412张，近几个月每月新增40张左右。", "short"),
    # with those still dealt with a rate may come to what is asked; of two readings the later holds, each by its name
    ("线索办结率98%以上。", "办结率98%以上。", "受理1306条，办结1271条，办结率97.3%，其余35条正在办理。", "likely"),
    ("线索办结率98%以上。", "办结率98%以上。", "受理1306条，办结1271条，办结率97.3%，其余5条正在办理。", "short"),
    ("管网漏损率降至8%以下。", "漏损率降至8%以下。", "漏损率7月份为8.2%，8月份降至7.9%。", "met"),
    (
        "低保标准提高到780元、特困标准提高到1000元。",
        "低保标准达到780元。",
        "特困标准提高到1020元，低保标准提高到770元。",
        "short",
    ),
    # the last of the works: equipment that is being set up, a trial by the day, what goes on without a step
    ("建成助浴点10个。", "10个全部运营。", "建成运营9个。甲镇助浴点设备已到货，正在安装。", "likely"),
    ("建成助浴点10个。", "10个全部运营。", "建成运营9个。甲镇助浴点正在选址。", "short"),
    ("生态修复860亩。", "累计完成860亩。", "累计完成790亩，边坡挂网喷播结束，剩余70亩正在撒播草籽。", "likely"),
    (
        "改造渡口2处。",
        "2处运营。",
        "甲渡渡口恢复运营。乙渡渡口候船室已封顶，正在安装栈桥，预计9月25日前试运营。",
        "likely",
    ),
    # what is put off without harm to what is asked
    (
        "更新改造泵站7座。",
        "5座投入运行，其余2座完成水下部分。",
        "5座已投入运行。甲塘、乙港2座水下部分正在浇筑，机组交货期推迟到10月份，不影响土建施工。",
        "met likely",
    ),
    # names in a list add up, and places one after another; different steps of the same homes do not
    ("交付住房2000套。", "交付720套。", "甲府412套、乙苑326套已交付。", "met"),
    ("举办“村BA”“村超”比赛40场次。", "比赛累计20场次。", "“村BA”已打14场、“村超”已打9场。", "met"),
    ("修缮民居60幢。", "修缮民居30幢。", "甲村修缮民居17幢，乙村修缮14幢。", "met"),
    ("新增用气户2000户。", "新增用气500户。", "开户475户、点火112户。", "silent"),
    ("开通微循环线路5条。", "开通3条。", "微循环1号、2号、3号线均已开行。", "met"),
    # what a plan counts by the name of a place is of that place, and one by its name is one
    (
        "改造危旧楼5栋。",
        "甲里3栋主体完成，乙里2栋拆除。",
        "甲里3栋主体完成，乙里2栋拆除完毕，正在清运渣土。",
        "met met",
    ),
    ("新建工坊3家。", "1家挂牌运营。", "江畔工坊5月份挂牌运营。另两家正在装修。", "met"),
    ("打通甲后街、乙支路2条断头路。", "甲后街建成。", "甲后街7月18日建成通车，乙支路管网施工中。", "met"),
    # a step without a number is of all the few things that are told of; those of two ladders are held together
    ("新建足球场2个。", "足球场开工。", "足球场1个已开工，另1个重新选址。", "short"),
    ("新建足球场2个。", "足球场开工。", "足球场1个已开工，另1个9月中旬开工。", "likely"),
    (
        "建成立体停车库2座。",
        "1座设备安装完成，1座主体完成。",
        "甲路立体库钢结构吊装完成，进入设备安装；医院东侧立体库因方案未定，至今未动工。",
        "met short",
    ),
    ("安装直饮水设备32所。", "9月底前完成安装。", "目前21所学校安装好，其余9月20日前安装结束。", "likely"),
    # what is done up comes after the men who came for it; storeys name nothing
    ("建成直播基地。", "进场装修。", "装修收尾。", "met"),
    ("新建学校。", "主体施工至四层；二次结构完成。", "二次结构砌筑已完成。", "likely met"),
    # what is held is done; where both steps are asked for, the rest of the later one leaves nothing of the earlier
    ("开展暑期活动60场。", "暑期活动全部完成。", "暑假期间开展作业辅导等活动73场。", "met"),
    (
        "新建处理设施20座。",
        "20座主体完工，其中15座通水。",
        "20座主体已全部完工，通水16座，其余4座正在接电。",
        "met met",
    ),
    # a promise of the later of two steps that a plan names in one is late; a share of all the works is of no step
    ("服务平台上线。", "平台上线试运行。", "新合同8月底签订，预计10月中旬上线。", "missed"),
    ("新建高标准农田3.2万亩。", "新建项目完成总工程量的60%。", "3.2万亩全部进场，累计完成总工程量的64%。", "met"),
    # to be ready to begin is no beginning
    ("清淤沟渠320公里。", "编制实施方案，做好秋冬开工准备。", "实施方案已批复，11月下旬集中开工。", "met silent"),
    # a term after something that has no day yet begins at best now; men who came complete no works
    ("建成净化工程1处。", "设备进场。", "膜设备尚未签订合同，合同签订后生产周期约75天。", "missed"),
    ("推进边坡整治。", "完成边坡整形。", "施工单位、监理均已到位，边坡整形作业中。", "likely"),
    # what passed its test is tested; one told by name behind a number is one more; what came since a total adds to it
    ("改造20个村饮水管网。", "完成18个村。", "完成19个村，水质检测合格；大顶子村正在入户接表。", "met"),
    ("新增急救站点3个。", "3个站点全部投用。", "新安、红松2个急救站已于7月份投用，兴边镇急救站8月20日开诊。", "met"),
    ("更换照明灯1200盏。", "累计1000盏。", "7月底累计950盏，8月份新装135盏。", "met"),
    # the days that works still need count from the day told before them; of the first one the rest is none
    ("提标改造处理站6座。", "4座试运行。", "3座已试运行；云岭站膜组件9月26日到场，安装调试需20天左右。", "missed"),
    ("3条客运班线公交化改造。", "首条线路试运行。", "城关至双溪线8月18日试运行。其余两条正在设置站牌。", "met"),
    # those who are looked for are not those who are served; a household that moves in with a contract has moved in
    ("完成隐患整治2600户。", "整治2400户。", "排查登记出租房屋3840户，已整治1571户。", "short"),
    # a second round is none that is late; a share of vouchers redeemed grows; what is being handed over goes on
    ("开设托管班40个。", "8月7日开班。", "8月7日起开设托管班43个，第二期10月4日开班。", "likely"),
    ("托管无物业小区25个。", "实现全覆盖。", "25个小区均已签约进驻。", "met"),
    ("发放消费券，核销率90%以上。", "核销率达到90%以上。", "已核销1246万元，核销率83.1%。", "likely"),
    (
        "完成26个小区供水设施改造并移交。",
        "全部移交。",
        "26个小区更换完成，已移交15个，其余11个正在办理移交手续。",
        "likely",
    ),
    # a duration that is asked for is held against the last one told, not against by how much it fell
    ("急救站点2个。", "急救平均响应时间10分30秒以内。", "8月份急救平均响应时间10分42秒，较年初缩短1分50秒。", "likely"),
    ("急救站点2个。", "急救平均响应时间缩短至9分钟。", "急救平均响应时间7月份9分42秒，8月份8分58秒。", "met"),
    # less is expected than is due; a scheme for works is none of them; what brackets tell of some is of these alone
    ("改造供水管网120公里。", "完成60公里。", "累计更换主支管38公里。预计9月底能完成50公里左右。", "short"),
    ("新建再生水管网18公里。", "管网全线贯通。", "累计铺设5.2公里。穿越段顶管方案8月6日获批复。", "short"),
    ("新建就业车间20家。", "新建10家。", "新建就业车间20家(其中3家待县级认定)。", "met"),
    # what runs since a day runs; what is told of all outweighs the floor of one; a place that is promised comes in time
    ("开通赶集专线4条。", "开通2条。", "柳集至县城等5条专线3月份起陆续开行。", "met"),
    ("推进安置小区建设。", "主体工程完成70%。", "3#楼施工至11层，5#楼施工至9层，主体累计完成74%。", "met"),
    ("建设救援站2座。", "建成并投入执勤。", "南湾站建成投勤。西岸站站房完工，9月底前可正式值守。", "likely"),
    # a number is answered by the whole where it is named, not by a part of it; what is set up need not run
    (
        "输转劳动力6.8万人，其中脱贫劳动力2.3万人，创收19亿元。",
        "累计输转6.5万人，创收15亿元。",
        "累计输转6.94万人，其中脱贫劳动力2.41万人；创收16.2亿元。",
        "met met",
    ),
    ("布设自助终端40台。", "全部布设到位。", "布设40台，其中8台网络未通暂未启用。", "met"),
    ("加固防波堤680米。", "临时设施进场。", "8月8日签订合同。目前项目部板房及预制场已搭设。", "met"),
    ("餐饮单位油烟监控安装300家。", "安装150家。", "已排摸餐饮单位412家，完成安装58家。", "short"),
    # grades of one thing add up; a trial lies beyond the joining up; what is put off is not there; 室内 is not 室外
    ("创建示范小区30个。", "累计创成22个。", "创成省级示范小区8个、市级16个。", "met"),
    ("建成养老服务平台。", "启动联调。", "平台开发完成，正组织两个社区试用。", "met"),
    ("建成农贸市场。", "试营业。", "摊位安装完毕，试营业时间相应往后推。", "likely"),
    ("建成幼儿园。", "室内装修完成，室外铺装过半。", "装修完成并通过检测，室外场地铺装完成七成。", "met met"),
    # all are asked to move; what is pulled down after them is counted by itself; works that end in what is asked
    ("完成避险搬迁58户。", "全部搬迁腾空。", "58户均已签约，搬迁21户、拆除旧房19户。", "short"),
    ("整治隐患建筑100幢。", "整治40幢。", "对沿线43幢落实了拆除或加固。", "met"),
    # the pace counts from the day on which the works began; what begins behind a number is of others
    ("建设高标准农田4.5万亩。", "完成工程量的40%。", "8月10日各标段进场，形象进度约22%。", "likely"),
    ("整治山塘15座。", "完工15座。", "完工9座，另3座8月中旬进场清基。", "short"),
    # a feast that names what is held is no day to come
    ("开展关爱活动12次。", "开展9次。", "开展爱心体检、中秋慰问等关爱活动9次。", "met"),
    # works that are put out to tender are only named; what a plan counts may be told in its own words
    ("改造文化馆。", "装修过半。", "室内装修工程8月28日发布招标公告。", "short"),
    ("改造文化馆。", "土建完工。", "土建完工并启动装修招标。", "met"),
    ("改造中转站3座。", "2座改造完成，1座设备进场。", "2座改造完成，1座设备进场。", "met met"),
    # 全部 is asked of what is new and of what is renovated, each by its own number
    ("新建公厕6座、改造8座。", "全部对外开放。", "改造8座已开放。新建6座中4座在做基础，2座还没有供地。", "short met"),
    # what is needed first is no work that goes on; heat that all get is use; a review of scenery is no planting
    ("改造文化中心。", "装修完成。", "鉴定已出报告，需对二、三层梁板先行加固，设计单位正在委托。", "short"),
    ("24所学校取暖改造。", "8月25日前全部供暖。", "22所学校已按期供暖，2所增容未完成。", "missed"),
    ("创建4A级景区。", "通过省级景观质量评审。", "8月6日通过省级景观质量评审，正编制下一步提升方案。", "met"),
    # heads that are asked for are not told by how often people came
    ("培训持证救护员3000名。", "持证救护员累计2400名。", "举办讲座和培训8600人次，其中取得救护员证1655人。", "short"),
    ("接种首针2500人。", "完成首针接种2500人。", "累计接种2673剂次（其中首针1421人、第二针1252剂次）。", "short"),
    ("新建联合体3家。", "全部运营。", "联合体运营2家，枫港家园未开工。", "short"),
    # a length that is only begun is not there beside one that is
    ("新建绿道8公里。", "全部建成。", "一期5.8公里贯通，护栏安装到位；二期2.2公里路基整平。", "short"),
    # a rest that divides all with a number of something else says nothing of them; one of the very thing does
    ("改造危房86户。", "全部竣工。", "86户均已竣工，补助资金已兑付79户，其余7户卡号有误正在更正。", "met"),
    ("新建养老点36个。", "建成36个。", "建成36个，其中29个已正常开展活动，其余7个待排班。", "met"),
    ("建成小区80个并接入专网。", "全部建成并接入。", "80个全部完成，其中接入专网71个，剩余9个正在联调。", "likely"),
    # numbers told month by month add up
    ("图书下乡120站次。", "累计80站次。", "5月18站次，6月16站次，7月24站次，8月25站次。", "met"),
    # the last of a list of places is a place, not a step
    ("整治积水点3处。", "积水点整治完成2处。", "火车站广场、滨河路涵洞2处积水点完成整治。", "met"),
    # works that rested go on again
    ("加固淤地坝4座。", "汛后复工。", "8月汛期停工，8月26日全面复工。", "met"),
    # the very step that is asked for, promised in a sentence of its own
    (
        "新建水厂，铺设管网96公里。",
        "水厂通水，管网铺设完成。",
        "水厂设备安装完成。管网铺设完成。预计9月20日通水。",
        "likely met",
    ),
    # a scheme that is only gone by is no stage; the works of a market are no frame; approvals complete no project
    ("建成空间15个。", "累计建成10个。", "按照年初制定的工作方案，各空间正按计划有序推进。", "silent"),
    ("改造农贸市场3家。", "三家完工。", "甲林、乙河两家已开业；丙庙市场主体改造完成，正在安装摊位。", "likely"),
    ("建成分拣中心1座。", "建成并试运行。", "项目完成环评批复，正在办理规划许可证。", "short"),
    ("开工建设中医院。", "项目开工建设。", "该项目完成土地款支付，规划方案已公示。", "short"),
    # what numbers are of is the same whether 、 or 和 stands between them, and behind a heading in brackets
    ("更新燃气管道20公里。", "完成15公里。", "更新中压管13.1公里和庭院管7.4公里。", "met"),
    ("改造污水管网14公里。", "完成10公里。", "【进展】完成4.2公里。", "short"),
    # the number in the very words that ask outweighs that of one place; what is to come by and by has begun
    ("新增停车泊位1500个。", "累计新增1000个。", "累计新增1083个。医院停车楼(420个)没有算在里面。", "met"),
    ("治理6个村污水。", "处理设备陆续进场。", "处理设备到货4套，其余2套已经发货，国庆假期后到场。", "met"),
    ("为女生免费接种疫苗1900人。", "接种首针800人。", "首针1421针。", "met"),
    # other works on the same length are not there yet
    ("溪口河综合治理6.8公里。", "完成6.8公里。", "累计完成清淤6.8公里，护岸砌筑5.9公里。", "likely"),
    # whose number is of people is asked for no acceptance; what is built is
    ("新增床位40张，新增护理员80人。", "床位投入使用，验收完成。", "床位在装修。新增护理员80人。", "short short"),
    # a clause of causes names no place
    ("改造操场12所。", "完成施工招标。", "因各校场地条件不一，逐校修改图纸，5月27日开标，待暑假后进场。", "met"),
    # what is excepted is not there, whatever the rest is
    ("新建幼儿园。", "完成室外附属工程。", "室外附属除大门和部分绿化外均已完成。", "likely"),
    # the very rest that is asked for; what goes on beside what is there; a day of the very thing by its name
    ("开展演出150场。", "完成剩余20场。", "完成剩余20场。", "met"),
    ("更新电梯120台。", "累计更新120台。", "完成更新97台，在装23台，其中8台进入监督检验。", "likely"),
    ("迁建疾控中心。", "完成基坑支护。", "基坑支护桩完成86根(共214根)，计划9月18日前支护全部完成。", "likely"),
    # the day of the step asked for, whatever else its clause names; half a kilometre is no last one
    ("建设公路6.2公里。", "路基全线贯通。", "路基贯通5.1公里，该段路基预计10月下旬贯通。", "missed"),
    (
        "雨污分流改造9.6公里。",
        "完成剩余2.1公里及路面恢复。",
        "敷设管道9.1公里。剩余文庙街0.5公里因供暖期不得开挖，拟于明年3月实施。",
        "missed",
    ),
    # a promise of all in time outweighs the pace
    ("更换900间教室灯具。", "全部更换完成。", "灯具已到货，完成安装512间，预计9月25日前全部装完。", "likely"),
    # works of another kind are still being prepared, and no renovation has piles
    ("改造实验室。", "设备安装调试完毕。", "施工图审查意见修改中，预算尚未送评审。", "short"),
    ("改扩建食堂。", "主体封顶。", "基坑开挖揭露溶洞，变更桩型后桩基完成过半。", "short"),
    # the rest of a length is all of it, whatever else has only to be looked after
    ("改造管网9.5公里。", "剩余3.5公里完工，恢复路面。", "累计完成6.3公里，甲街段3.2公里停工。", "short silent"),
    # 全部投入使用 is asked of all there are, though the target says 改造; so is 全部配发
    (
        "完成32所学校取暖改造。",
        "8月15日前全部投入使用。",
        "29所已完成改造并正常供暖；甲小学等3所变压器增容未完成。",
        "missed",
    ),
    ("为行政村配备收集车40台。", "全部配发到村。", "采购计划未能报批，招标时间待定。", "short"),
    # a day of something else than what has only to begin
    ("落实育儿补贴。", "启动审核。", "受理4127件，审核通过3986件，首批资金预计10月下旬拨付。", "silent"),
    # the parts in brackets take nothing from the number before them
    ("整治危险房屋85栋。", "累计整治60栋。", "85栋全部整治销号(拆除31栋、加固54栋)。", "met"),
    # a step that the words only describe (完工路段) is not asked
    ("硬化道路45公里。", "累计硬化30公里，完工路段规范管护。", "累计硬化31.7公里。", "met silent"),
    # steps told in the order of the works hold one another; a later step told first stands beside
    ("建设幸福院15个。", "开工10个，建成5个。", "建成6个，在建5个，其余4个完成选址。", "met met"),
    ("加固水库8座。", "5座主体完工，3座完成施工招标。", "5座水库主体完工；其余3座完成施工招标。", "met met"),
    # what is still to be added to a part is none of it yet
    (
        "新增托位300个。",
        "累计新增托位300个，其中公办160个。",
        "新增托位322个，其中公办148个；可再增公办托位20个。",
        "met likely",
    ),
    # a share asked of each is that of the one furthest behind
    ("改造敬老院6所。", "6所改造均完成工程量的40%。", "4所工程量过半，甲镇敬老院完成35%，乙镇完成10%。", "short"),
    # works under way are all that is asked, by floors or by piles of the very pit
    ("开工建设消防站。", "进入主体施工。", "主体施工至二层(共三层)。", "met"),
    ("开工建设文化馆。", "基坑支护施工。", "基坑支护桩已施工112根，占总数的60%。", "met"),
    # a day of something else is no delay: what the training is for, what the conditions are for
    ("心理筛查3万人。", "完成筛查人员培训。", "8月19日组织126名教师培训，10月开始分校筛查。", "likely"),
    ("改造供热管网46公里。", "具备停暖后进场条件。", "完成施工招标，待10月15日停暖后进场施工。", "likely"),
    ("发放消费补贴3000万元。", "累计发放2400万元。", "已发放2286万元。迎中秋、国庆消费券9月20日起发放。", "likely"),
    # but the day of the very step is, whoever else the sentence speaks of
    (
        "建成健身中心。",
        "完成设备安装，通过竣工验收。",
        "座椅安装完成。水处理设备到货推迟，竣工验收10月下旬进行。",
        "likely missed",
    ),
    # what works are about (涉及管网改造) is no step, and what cannot begin leaves too few
    ("整治排口26个。", "26个全部整治。", "整治完成14个，7个在施工，其余5个涉及管网改造，整治方案仍在论证。", "short"),
    # those in works beside are none of a sum of those that are open; 另有 stands beside what is counted
    (
        "建设食堂10个。",
        "3个投入运营。",
        "甲里、乙东2个食堂已开业，丙关食堂8月17日投入运营。丁苑、戊河2个正在装修。",
        "met",
    ),
    ("新增托位260个。", "新增200个。", "新增182个；另有甲星、乙果2家托育园78个托位已装修完毕，等待验收。", "likely"),
    # what the unit itself expects by the day is too few
    ("整治隐患点15处。", "完成12处。", "完工5处，其余6处施工图正在变更，预计9月底可完成9处左右。", "short"),
    # what is found is none of those looked at, in a list with names too
    ("筛查高血压、糖尿病3万人。", "累计筛查2.2万人。", "累计筛查3.14万人，发现高血压1286人、糖尿病403人。", "met"),
    # a step that one of the targets names is asked of that one
    ("清淤河道4.2公里，种植水草1.5万平方米。", "清淤全部完成。", "4.2公里清淤已完成；种植水草0.8万平方米。", "met"),
    # those who are signed up for a day in time can come; seasons add up; next to nothing is lacking
    ("培训教师200名。", "累计培训200名。", "已培训108名，第三期9月7日开班，已报名96名。", "likely"),
    ("招收学员2400人次。", "累计招收2400人次。", "春季招收1134人次，秋季招收1298人次，10月结课。", "met"),
    (
        "居民燃气自闭阀加装1.5万户。",
        "完成剩余用户加装。",
        "已加装14986户，加装率99.9%，剩余14户长期无人居住、无法入户，均已登记。",
        "likely",
    ),
    # a sentence goes on about the whole behind a list that divides it
    ("新建监测站点45处。", "全部建成投用。", "45处站点全部建成，其中雨量站28处、水位站17处，运行正常。", "met"),
    # the work with which a clause ends counts, all steps that it joins are asked for
    ("治理黑臭水体5条。", "4条完成治理。", "5条水体均已完成清淤、截污和岸坡整治。", "met"),
    ("修复横塘河。", "完成清淤及护岸施工。", "清淤施工，护岸方案优化。", "likely"),
    # what is done has begun too, and so has what is being built beside it
    ("新建充电桩260个。", "开工建设80个。", "建成投用54个，在建38个。", "met"),
    ("加装电梯50台。", "累计完工48台。", "累计完工50台，在建11台。", "met"),
    # a total of the year outweighs a month's number; 已有 tells how many of those named before have come so far
    ("巡回医疗300场次。", "累计巡诊300场次。", "8月在甲乡、乙乡巡诊34场次。今年以来累计326场次。", "met"),
    ("更新老旧住宅电梯120台。", "完成60台。", "纳入支持的120台电梯，已有88台完成业主表决，完成更新19台。", "short"),
    # an approval is what a title asks for
    ("创建示范作坊30家。", "示范作坊创建28家。", "示范作坊通过市局评审30家。", "met"),
    # fewer than there are to do leave a step open, and a place that is not ready has not begun
    ("打通东段断头路。", "东段完成征地拆迁。", "东段应征土地86亩，已签约79亩；应拆房屋11栋，已拆除7栋。", "likely"),
    ("建成中医馆2家。", "甲镇、乙镇中医馆进场施工。", "甲镇中医馆已进场施工；乙镇中医馆暂不具备进场条件。", "likely"),
    # a scheme for an opening is none
    ("建成产业园并开园。", "开园。", "装饰工程完工，开园方案已报区政府审定。", "short"),
    # works that go on up to a floor are held against that floor
    ("建甲院病房楼，地上十层。", "主体结构施工至地上八层。", "地上二层顶板浇筑完成，三层柱筋绑扎。", "short"),
    ("建甲院病房楼，地上十层。", "主体结构施工至地上八层。", "地上八层顶板浇筑完成。", "met"),
    # a share of the frame by its floors
    ("新建教学楼。", "主体施工完成60%。", "教学楼施工至三层(共五层)。", "met"),
    # a rest beside one that is named is no more than that
    ("改造危桥4座。", "沙溪桥铺装完成，其余3座验收。", "沙溪桥铺装完成；另3座桥均已验收。", "met met"),
    # equipment that came on a day; the frame all done, of some of which more is told
    ("新建中转站1座。", "压缩设备进场。", "土建完工，压缩设备8月20日进场。", "met"),
    ("加固水库5座。", "主体工程完工。", "五座水库主体工程均已完工，其中3座通过验收。", "met"),
    # the share of the works in a sentence that names the thing
    ("改造西门市场。", "西门市场改造完成60%。", "西门市场旧棚拆除，累计完成工程量约65%。", "met"),
    # what has only to begin has begun, whatever is left of something else
    ("新建水厂，年内通水。", "设备开始安装。", "水泵等设备安装完成约30%，进水总管还有460米未接。", "met"),
    ("改造危房86户。", "全部开工。", "86户全部竣工，剩余尾款待抽验后拨付。", "met"),
    # a contract letter dates the tender; what is built on a contract is there
    ("建救助站。", "完成施工招标。", "施工、监理标段8月12日发出中标通知书，临建进场。", "met"),
    ("新建家庭养老床位200张。", "建床100张。", "家庭养老床位签约建床104张。", "met"),
    # parts that share out all there are hold none twice; small bridges take little time
    ("建公厕24座。", "10座建成。", "建成7座，装修6座，其余11座正在做基础。", "likely"),
    # a day of delivery from which the usual days are left outweighs a rate
    ("更新广播终端800套。", "完成安装调试。", "完成30%，设备9月3日到货。", "likely"),
    ("更新广播终端800套。", "完成安装调试。", "完成30%，设备9月28日到货。", "short"),
    # what one person gets only describes
    ("资助新生300人，每人5000元。", "资助300人。", "资助金163万元已拨付326人。", "met"),
    # a total goes by the names of what it sums; a later one by those of the number that it goes on from
    ("新增泊位800个。", "新增120个。", "城东挖潜新增76个，客运站停车场(68个)已划线投用，合计144个。", "met"),
    ("技能培训3000人次。", "2300人次。", "上半年培训1620人次，三季度提速，截至8月底累计2410人次。", "met"),
    # what comes beside them (另有) is none of those that are there
    ("46所食堂全部接入。", "接入46所。", "46所学校食堂全部接入；另有9家供餐单位正在接入。", "met"),
    # what is only chosen counts for nothing of the works
    ("清洁取暖改造2800户。", "完成改造1000户。", "今年确定改造2835户，正在招标。", "short"),
    # kinds of a thing that is asked for in general add up
    ("招聘活动40场。", "举办40场。", "举办招聘会34场、直播带岗9场。", "met"),
    ("招聘活动40场。", "举办40场。", "举办招聘会34场、专场招聘会9场。", "likely"),
    # what came in is not what was settled
    ("化解积案60件。", "化解40件。", "交办积案66件，已化解27件。", "short"),
    ("办理法律援助案件400件。", "办理300件。", "受理案件310件，其中办结276件。", "likely"),
    ("办理法律援助案件1.6万件。", "办理1.2万件。", "受理案件12,400件，其中办结1.1万件。", "likely"),
    ("办理法律援助案件1600件。", "办理1200件。", "受理案件1,240件，其中办结1,100件。", "likely"),
    # what brackets tell of some does not hold of all
    ("建中转站7座。", "5座完工。", "2座完工，4座正在施工(其中3座设备安装完毕)，1座正在办理用地。", "likely"),
    # what is bought to be driven needs no installing
    ("配备救护车20辆。", "车辆交付使用。", "合同已签订，约定9月15日前交车。", "likely"),
    # what is of one day or of each person is a level
    ("日均服务2000人次以上。", "日均服务2000人次以上。", "日均服务2140余人次。", "met"),
    ("低保标准提高到每人每月820元。", "每人每月不低于820元。", "累计支出低保金2316.4万元。", "silent"),
    # several targets in one cell are answered each by its own number
    ("新增线路4条，新增公交车10辆。", "新增线路3条，公交车8辆。", "新增线路9条，公交车6辆。", "met short"),
    ("招聘会60场，提供岗位3万个。", "招聘会30场，岗位1.5万个。", "招聘会64场；提供岗位2.6万余个。", "met met"),
    # by order where the plan names nothing
    ("就业1.8万人，再就业3600人。", "分别完成9000人、1800人。", "就业12000人，再就业1600人。", "met likely"),
    # a share of all annual numbers
    ("适配辅具700件，救助儿童150名。", "各项指标完成50%以上。", "适配辅具412件；救助儿童50名。", "met short"),
    # a number that is a part, a rest or only intended does not count
    ("建充电桩300根。", "累计建成150根。", "累计建成326根，其中快充48根。", "met"),
    ("新增托位240个。", "新增200个。", "预计可新增托位220个。", "silent"),
    # a month's number is a pace, not a sum
    ("抽检2800批次。", "抽检700批次。", "8月份抽检300批次。", "likely"),
    # a step with which the target ends, and nothing else, is asked of all of them
    ("改造小区26个。", "9月底前完工。", "完工17个，9个尚未开工。", "short"),
    ("改造小区26个。", "9月底前完工。", "26个均已完工。", "met"),
    # how many annual numbers there are is not a number asked for
    ("适配辅具300件，改造70户。", "两项指标均达40%以上。", "适配辅具148件；改造完工30户(42.9%)。", "met met"),
    # what is handed out, or only heads a list, is not done
    ("改造户厕1800户。", "完成500户。", "1800户任务已全部分解到户，已完工512户。", "met"),
    # a rest goes by what is done to it
    (
        "改造公厕11座，新建公厕4座。",
        "改造完成11座，新建完成1座。",
        "改造的11座均已开放；新建4座中1座投用，其余3座在贴砖。",
        "met met",
    ),
    # a share of one step is none of the number of things
    ("新建中心5家。", "建成3家。", "甲、乙、丙3家已开诊；丁中心装修完成60%。", "met"),
    # floors take their time from the ground up, whole heights may be told elsewhere
    ("建托育中心。", "主体结构施工至五层。", "基坑支护完成，土方外运约75%。", "short"),
    ("建保障中心，地上9层。", "9月10日前主体结构封顶。", "二层梁板浇筑完成。", "short"),
    # of two sites asked for, one of which no step is told, not all are there
    ("改造渔港市场、东门市场。", "渔港市场、东门市场完成改造。", "渔港市场已开业。东门市场搬迁71户。", "likely"),
    # what is asked of an area begins as one
    ("新建农田3.2万亩。", "8月底前全部开工。", "8月20日前全部进场，硬化田间道路11公里。", "met"),
    # days apart in one clause: the latest counts against all
    ("清淤4公里、护坡1公里。", "清淤4月底前、护坡10月底完成。", "清淤已完工。护坡汛期后暂停，9月初复工。", "silent"),
    # a rate goes with the number before it
    ("停车位2600个，停车库2座。", "新增2600个，停车库2座。", "停车位2740个，完成率105%。停车库在招标。", "met short"),
    # sizes are not asked for
    ("硬化村道3.2公里，路面由3.5米加宽到5.5米。", "硬化村道3公里，路面加宽到5.5米。", "硬化村道3.1公里。", "met"),
    # a part of the list is prepared, a part is done
    ("建充电桩80个。", "建成30个。", "确定点位17处、83个桩，已安装12个。", "short"),
    ("适配辅具900件。", "适配120件。", "辅具评估适配187件。", "met"),
    ("改造管网28公里。", "改造12公里。", "改造完成13.4公里(中压8.1公里，低压5.3公里)。", "met"),
    # a step promised so early that the rest can follow
    ("建幼儿园。", "9月底前投用。", "正在贴砖、装门窗，9月5日前竣工验收。", "likely"),
    # the usual least days need a reserve
    ("建文化馆。", "9月底前开馆。", "机电安装完工。", "short"),
    # a day from which works go on is not the day on which they are done
    ("改造市场3家。", "9月底前开业。", "甲、乙市场已开业；丙市场9月10日起闭市改造。", "short"),
    # a day that the target itself asks for is no slip of an earlier step
    ("低保标准提高5%，12月1日起执行。", "完成测算。", "方案已经审议通过，拟12月1日起发放。", "silent"),
    # steps
    ("建体育馆。", "项目开工。", "桩基施工完成。", "met"),
    ("建体育馆。", "主体工程结顶。", "正在进行桩基施工。", "short"),
    ("建体育馆。", "完成施工图设计。", "正在进行施工图设计。", "likely"),
    ("建体育馆。", "项目开工。", "正在审批，力争10月开工。", "missed"),
    ("建体育馆。", "项目开工。", "正在办理施工许可证，9月中旬开工。", "likely"),
    # a step reached at one place is not reached at the others
    ("建站点3家。", "装修完成。", "甲站装修完成，乙站正在装修。", "likely"),
    # a plan for later is not due
    ("举办运动会。", "四季度启动。", "暂未启动。", "likely"),
    # shares of the works
    ("改造小区。", "完成总工程量的70%。", "完成总工程量的80%。", "met"),
    ("改造小区。", "完成总工程量的70%。", "完成立项。", "short"),
    ("改造小区。", "完成总工程量的70%。", "尚未反馈。", "silent"),
    # what is left of a whole outweighs the word that all is done
    (
        "新建公厕30座并投入使用。",
        "公厕30座投用。",
        "30座公厕任务已全部完成，27座已对外开放，剩余3座待接通上下水。",
        "likely",
    ),
    ("新开线路6条。", "开通6条。", "6条线路开通4条，2条因大修暂缓。", "short"),
    # a rest, a promise and works far on make up what is missing
    ("改造公路86公里。", "改造完成86公里。", "完成81公里，剩余5公里9月15日前完工。", "likely"),
    ("安装终端480台。", "全部安装完成。", "首批210台安装到位，其余待休渔后安装，预计9月20日前完成。", "likely"),
    ("安装终端480台。", "全部安装完成。", "首批210台安装到位，其余预计11月安装。", "missed"),
    # numbers of what was only prepared are no answer
    ("无障碍改造120户。", "改造60户。", "完成120户入户评估。", "silent"),
    ("更新公交车150辆。", "更新100辆。", "签订150辆采购合同，首批60辆11月交付。", "missed"),
    ("建设养老床位600张。", "建成450张。", "签约612张，设备安装完成388张。", "short"),
    # sites by name
    ("新建石塘、黄檀2座消防站。", "两站完成验收。", "石塘站已挂牌执勤。黄檀站正在进行施工图审查。", "short"),
    ("建设书房3座。", "1座开放，2座完成装修。", "桃林书房开放；江滩书房装修完成；凤栖书房正在选址。", "met short"),
    # a count of some is not of the one that is asked for by name
    ("建服务站5家。", "东渚站进场装修。", "2家已投用，2家装修完成。东渚站新址尚未确定。", "silent"),
    # who won a tender does the work; it is no tender going on
    ("建候车亭40座。", "项目开工。", "招标已完成，中标单位进场施工。", "met"),
    ("建幼儿园。", "项目开工。", "目前正在有序施工。", "met"),
    # a share of one step is answered by a share of it
    ("建医院。", "内装修完成60%。", "内装修完成约65%，净化工程同步施工。", "met"),
    # each of several places asked for by name must be there
    (
        "改造东关、北大街、西关农贸市场。",
        "东关、北大街市场改造完成并营业。",
        "东关市场7月重新开业。北大街市场钢结构棚顶完成，预计10月中旬开业。西关市场已开标。",
        "short",
    ),
    # parts at steps of their own that come to the whole are the whole
    ("建微空间20处。", "20处全部开工。", "建成9处，11处在建。", "met"),
    # a part of another whole is no answer for the whole, nor the whole for the part
    ("新增托位400个，其中普惠托位300个。", "新增托位320个。", "新增托位412个，其中普惠托位258个。", "met"),
    ("新增人才8000人、高技能人才3000人。", "高技能人才2300人。", "新增人才6782人，其中高技能人才1498人。", "short"),
    # what is to come is not there
    ("改造小区26个。", "全部完工并通过验收。", "26个小区全部完工，22个通过验收，剩余4个9月上旬组织验收。", "likely"),
    # the last word of a step is its head: a design that is done is no works
    ("改造管网12公里。", "完成管网设计及管材招标。", "管网设计已完成。管材招标待资金下达后组织。", "met short"),
    # what a rest still lacks is of a later step
    ("换灯620间。", "完成采购。", "3月完成采购，已更换教室345间，剩余275间安排在10月。", "met"),
    # a level asked for once more without its name; trouble that is cured; a design that is no work done
    ("PM2.5平均浓度29微克/立方米以下。", "不高于31微克/立方米。", "1-8月均值33.8微克/立方米。", "short"),
    ("建中医院。", "完成桩基施工。", "设计桩基312根，成孔灌注196根，预计9月上旬完成。", "likely"),
    # one rate for all does not tell which of several things is there
    ("建辅导室30所，开展活动100场。", "建成20所；开展活动60场。", "辅导室已建成22所。", "met silent"),
    # a plan is read by the steps that it names
    ("建设托育服务中心。", "托育服务中心完成室内装修。", "项目前期工作有序推进中。", "short"),
    # a plan asks only of what it names
    ("新增公交车25辆，开通线路5条。", "车辆采购到位。", "25辆车交付，已上牌；开通4条线路。", "met"),
    # a plan that divides the whole asks of a step also what is beyond it
    ("改造市场4家。", "2家完成改造，2家确定施工单位。", "甲、乙2家完成改造；丙、丁2家施工单位已进场。", "met met"),
    # an annual number that was changed counts as changed
    ("改厕1500户。", "全部完成改厕。", "任务由1500户调整为1180户，已完成1194户。", "met"),
    # what stood before this year does not count; the part of this year does
    ("新建托育点20个。", "建成14个。", "累计建成64个，其中2024年底前49个。", "met"),
    ("新建托育点40个。", "建成30个。", "累计建成64个，其中2024年底前建成49个。", "short"),
    ("新增托育点16个。", "新增12个。", "托育点总数达到32个，较年初增加8个。", "short"),
    ("托育点达到50家。", "达到45家。", "年初已有38家，今年新开8家，目前共46家。", "met"),
    # what is told of different places adds up, and what is done for the same people does not
    ("新建卫生室24个。", "建成19个。", "建成城区12个、乡镇7个。", "met"),
    ("安装烟感3000个。", "完成2400个。", "东片安装1300个，西片安装1150个。", "met"),
    ("两癌筛查2万人。", "筛查1.5万人。", "宫颈癌筛查0.9万人，乳腺癌筛查0.88万人。", "short"),
    ("安装站牌60座。", "安装50座。", "首批30座已装好，第二批20座正在出货。", "likely"),
    # a part is told as a share of its whole, or asked for as one
    ("新增托位700个，其中普惠托位450个。", "普惠托位450个。", "新增托位736个，普惠托位占比64%。", "met"),
    ("建充电桩500个，其中快充桩占比不低于30%。", "快充桩占比30%。", "建成512个，其中快充桩168个。", "met"),
    # what has only been received or checked is not done
    ("办理驾照补贴120人。", "办理90人。", "受理131人，审核通过104人，发放58人。", "short"),
    ("架空线入地6公里。", "竣工4公里。", "竣工2.1公里，割接中2.6公里，预计9月上旬拔杆。", "likely"),
    # all there is to come does not reach; one more by its turn does
    ("加装电梯80台。", "累计竣工55台。", "竣工31台，在建13台，待开工6台。", "short"),
    ("培训护理员400人。", "累计400人。", "已培训312人，最后一批报名55人，9月10日开班。", "short"),
    ("建养老中心5家。", "3家运营。", "运营2家，第三家装修结束在办消防验收。", "likely"),
    ("建食堂8个。", "8个全部运营。", "8个食堂已全部完成建设，6个已运营。", "likely"),
    # a plan that names what the target counts asks for all of it
    ("培训护理员300人次，新增托位260个。", "培训完成。", "新增托位186个，培训317人次。", "met"),
    ("更新管网38公里，加装自闭阀1.6万户。", "自闭阀加装全部完成。", "管网更新38公里。加装自闭阀1.2万户。", "short"),
    # lines that are listed by name are as many as there are names; those that vehicles run on are none
    ("优化公交线路8条。", "优化2条。", "新开527路，优化503路、511路。", "met"),
    ("优化公交线路8条。", "优化2条。", "更新车辆在17路、23路上线。", "silent"),
    # a rate is known by its name
    ("推进片区改造。", "签约率达98%。", "已签约601户，签约率99%。", "met"),
    # what is done is done, unless it only prepares
    ("建设敬老院。", "完成结构加固。", "现结构加固完成、水电班组进场。", "met"),
    ("建设文化馆。", "布展完成。", "布展工程招标公告8月25日发布。", "short"),
    # a day of a beginning promises no end
    (
        "改造甲林、乙河、丙湾市场3家。",
        "3家恢复营业。",
        "甲林、乙河市场已恢复营业；丙湾市场9月1日起闭市改造。",
        "short",
    ),
    # what is left of the works where they are closing is little
    ("设急救站点5处。", "站点全部启用。", "急救站点启用3处，甲镇、乙镇2处站房改造收尾。", "likely"),
    # levels do not add up, but a mean can still be mended
    ("空气优良率93%以上。", "优良率不低于92%。", "优良率90.1%。", "short"),
    ("浓度控制在28微克/立方米以下。", "均值不高于30微克/立方米。", "均值31.2微克/立方米。", "short"),
    # what the progress says outright of the very thing stands, whatever goes on beside it
    ("改造门急诊楼。", "8月底前急诊区装修完成。", "急诊区装修完成，开始接诊；门诊二层正在拆除旧装修。", "met"),
    ("建养老综合体。", "8月底前开工。", "8月26日正式开工，目前场平完成四成。", "met"),
    ("建农田2.5万亩。", "8月底前开工建设。", "甲标段打井8眼，其余两个标段测量放线、平整场地正在干。", "met"),
    # what goes on only at its last, by the day it is due, is in doubt
    ("建中学，确保9月1日前投用。", "8月底前投入使用。", "8月25日正式启用，综合楼幕墙等尾项同步收尾。", "likely"),
    # a number that says whose share or floor is asked for is none that is asked for
    ("改造小区14个。", "8月底前其余8个小区外墙保温完成70%。", "其余小区外墙保温完成75%。", "met"),
    # a share of the works is weighed by the things that are done and the rest
    ("改造小区14个。", "8月底前完成总工程量80%。", "完工9个，其余5个完成工程量70%。", "met"),
    ("改造小区14个。", "8月底前完成总工程量95%。", "完工9个，其余5个完成工程量70%。", "missed"),
    # the month alone, by the day it is due, can only be reckoned up
    ("助浴服务12万人次。", "8月底前累计7万人次。", "8月份服务1.12万人次。", "likely"),
    ("助浴服务12万人次。", "8月底前累计9.5万人次。", "8月份服务1.12万人次。", "missed"),
    # the rest is all under way
    ("建候车亭24座。", "候车亭完工。", "投用15座，其余9座顶棚正在安装。", "likely"),
    # what is done in another way is none of it
    ("新建公厕5座，改造12座。", "新建5座主体完工，改造6座。", "改造完成12座；新建5座基础施工。", "short met"),
    # so many are asked for each
    ("为8家卫生院各配备彩超1台。", "8月底前为8家卫生院各配备1台。", "装好7台。", "missed"),
    # a part in brackets is asked for too
    ("新增泊位2500个。", "新增1200个(公共泊位400个)。", "新增泊位1688个，其中公共泊位215个。", "met short"),
    # a capacity goes by what its sentence tells of its place
    ("新增学位360个。", "新增360个。", "甲、乙园增加学位250个；丙园9月25日交付，学位110个。", "likely"),
    # in a list after 涉及 all are only concerned
    ("发放稳岗返还1500万元。", "发放1000万元。", "名单公示结束，涉及企业2340家、1612万元，资金正在拨付。", "silent"),
    # a day on which a paper is to be settled puts off the step that it is of
    ("改造市场。", "8月底前设计方案审定。", "设计方案已报审一次，修改后预计10月定稿。", "met"),
    # of what there is to be none, some
    ("守护山林。", "森林防火零火点。", "发现火点2个。", "missed"),
    ("守护山林。", "森林防火零火点。", "巡山2400人次，火点为0个。", "likely"),
    # by their turn
    ("建食堂3家。", "2家开业。", "第一家8月开业；第二家8月20日开业。", "met"),
    # a pace that just falls short can be made up, but not where something holds the rest up
    ("改造路面2万平方米。", "改造1万平方米。", "改造8200平方米。", "likely"),
    ("改造路面2万平方米。", "改造1万平方米。", "改造8200平方米，余下路段征迁受阻。", "short"),
    # what is still to come is counted by what each holds
    ("培训家政900人次。", "累计900人次。", "已培训760人次，年内仅余2个班次，每班50人。", "short"),
    # a kind that is counted is no place
    ("新建小型站2座、微型站25个。", "小型站1座投用。", "甲林小型站挂牌执勤；乙河小型站主体施工中。", "met"),
    # each thing of a list by its own number
    ("“两癌”筛查6000人。", "宫颈癌、乳腺癌各筛查3000人。", "宫颈癌筛查3214人；乳腺癌筛查1106人。", "met short"),
    # what is being built elsewhere, registered or only chosen is not there
    ("更新客船2艘。", "2艘船下水。", "两艘客船在甲船厂建造，计划11月下旬下水。", "missed"),
    ("培育农民300名。", "培育240名。", "已录取学员310名，9月5日开班。", "silent"),
    ("建急救点6个。", "4个投用。", "6个点全部选好址，2处挂牌投用。", "short"),
    # items of a list that each count some add up
    ("新增泊位1500个。", "新增700个。", "一是建成停车场，泊位362个；二是错时开放泊位215个；三是施划泊位168个。", "met"),
    # a rest that is still to be made leaves nothing of a step before the works
    ("改造教室照明600间。", "完成设备招标。", "公开招标完成，已安装212间，余下388间拟放10月施工。", "met"),
    # what goes on all the time is not put off by what is told of something else
    ("放映电影2800场。", "逐月安排放映。", "放映2573场，放映队12月改在室内放映。", "likely"),
    # numbers of one unit by their turn, where the plan names nothing
    (
        "渔业培训1200人次，技能培训4000人次。",
        "分别完成1000人次、3200人次。",
        "渔业培训500人次；技能培训3305人次。",
        "short met",
    ),
    ("适配辅具600件。", "适配450件。", "辅具适配460件(套)。", "met"),
    # an aid to the works is no part of them, what prepares a service is none of it
    ("新建客运中心。", "主体结构封顶。", "承台完成65%，钢筋加工棚、材料堆场已建成。", "short"),
    ("新建二桥。", "主桥合龙。", "钢栈桥已建成，主墩桩基施工。", "short"),
    ("筛查5000人。", "完成800人。", "筛查人员业务培训结束，10月12日起集中筛查。", "missed"),
    # of buildings told of one by one the slowest decides, of those that are asked for by name only they
    ("新建中学。", "主体封顶。", "教学楼封顶，综合楼基础施工。", "short"),
    ("新建中学。", "教学楼、宿舍楼封顶。", "教学楼、宿舍楼均已封顶，食堂基础施工。", "met"),
    ("新建中学。", "教学楼、宿舍楼封顶。", "2栋教学楼均已封顶，宿舍楼施工至三层（共九层）。", "short"),
    # steps asked of parts of a whole: what one place is at does not answer for the other
    ("新建停车场2处，车位460个。", "1处投用，1处主体完工。", "城东停车场已投用。城西停车楼正在开挖基坑。", "met short"),
    # a share of each thing counted is short of them, and no number of others
    ("新建水厂3处。", "2处完成土建，1处完成用地报批。", "甲、乙2处土建分别完成85%、80%。", "likely likely"),
    # what is asked only to begin has begun with any of the works
    ("更换灯具1200间。", "启动更换。", "8月起进场，已更换416间。", "met"),
    ("改造农贸市场2个。", "启动改造。", "甲林市场闭市，旧棚拆除过半。", "met"),
    # the last of the finish takes little, what is still tendered has all before it
    ("新建学校6所。", "6所全部完工。", "4所已竣工验收；甲、乙2所装修完工，正在硬化操场。", "likely"),
    ("污水处理厂提标改造。", "完成设备安装。", "土建完工，设备正在招标采购。", "short"),
    # what is built is a part only while the thing itself still rises, or its equipment is tested
    ("新建儿童医院。", "主体完工。", "配电房、水泵房已建成，住院楼基坑开挖。", "short"),
    ("新建水厂4处。", "2处通水。", "北山水厂通水，东峡水厂设备调试。", "likely"),
    ("发放消费券3000万元。", "发放2000万元。", "商户入驻工作已完成，定于10月1日发放。", "missed"),
    # a school is in use when its pupils come
    ("扩建三中。", "9月1日前投入使用。", "教学楼竣工验收，新生8月30日报到。", "met"),
    # a rest told as far comes beside what is done, not in its place
    ("改造泵房25处。", "完成22处。", "完成二十二处,其余3处水泵已到现场。", "met"),
    (
        "饮水工程12处。",
        "9月20日前完成12处。",
        "12处工程中已有9处完工，受益群众9870人，其余3处预计9月10日通水。",
        "likely",
    ),
    # one number asked of several things is asked of each; where things are is not what is asked
    ("两癌筛查各8000人。", "宫颈癌、乳腺癌筛查分别达到7000人。", "宫颈癌筛查8215人；乳腺癌筛查6034人。", "met likely"),
    ("32所学校1180间课室更换灯具。", "全部更换。", "32所学校共1180间课室已全部更换。", "met"),
    ("在32个村安装路灯1200盏。", "安装900盏。", "分4个组安装，安装870盏。", "likely"),
    # whom the things serve is none of them
    ("新建基站35个。", "35个基站开通。", "三家企业开通基站28个，新增覆盖自然村43个。", "short"),
    # a level by its name, with or without its unit; a density is no count
    ("PM2.5年均≤27微克/立方米。", "1—8月PM2.5≤27。", "1—8月PM2.5均值24.6。", "met"),
    ("新增托位350个，每千人口托位数4.6个。", "每千人口托位数4.6个。", "新增托位368个，每千人口托位数4.3个。", "short"),
    # the frame is accepted on a day, before the works are; 出±0 ends the foundation
    ("新建小学。", "8月主体结构验收。", "主体结构8月9日通过验收，室外管网开挖。", "met"),
    ("新建体艺馆。", "体艺馆基础完成。", "体艺馆出±0.000。", "met"),
    # the very work that is asked for, whatever other work of its step goes on
    ("安置区B地块。", "工程桩全部完成。", "工程桩412根全部打完；支护桩完成85%；土方外运1.8万方。", "met"),
    # a number in brackets stands at the step told there, the one before them at its own
    ("增设电梯60部。", "开工30部、8月完工20部。", "开工33部(完工14部)，另有19部正在审查。", "met missed"),
    # those told of by name are among all of them; one of them not there yet is left
    (
        "新建服务中心3个。",
        "8月底3个中心全部运营。",
        "3个中心均已挂牌，甲、乙两个对外运营，新兴中心消防手续办理中。",
        "missed",
    ),
    (
        "改造市场2家(东门市场、水产市场)。",
        "2家改造完成。",
        "东门市场摊位、排水改造完毕。水产市场公示中标候选人。",
        "short",
    ),
    # all that have begun have begun, whatever is counted of later steps; works promised bind no preparation
    ("健身中心3个、球场6片。", "8月全部开工，球场建成3片。", "全部开工，球场建成3片。", "met met met"),
    ("更换灯具420间。", "8月完成招标采购。", "8月9日完成招标，合同已签订，10月20日前全部完工。", "met"),
    # kinds of the one thing add up, and 共享 sums up nothing; 各累计完成 asks of each
    ("新增泊位900个。", "8月底新增泊位450个。", "新增公共停车泊位412个、错时共享泊位188个。", "met"),
    ("新建驿站30处。", "8月底建成20处。", "建成35处(含与网点共享11处)。", "met"),
    ("两癌各1.5万例。", "宫颈癌、乳腺癌筛查各累计完成8500例。", "宫颈癌筛查9124例；乳腺癌筛查5030例。", "met short"),
    # what only waits after the very step was told does not undo it
    ("急救站2个启用。", "8月急救站场地验收。", "石涌急救站启用；横塱急救站场地已验收，待接通专线，12月启用。", "met"),
    # a rate of another name does not answer
    ("学生参与率90%以上。", "学校覆盖率100%，参与率85%以上。", "参与率91.2%。", "silent met"),
    ("新建小学。", "通过竣工验收。", "8月18日竣工验收一次通过，正在办理移交。", "met"),
    # what a plan counts as under way, it asks only to have begun
    ("加装电梯60台。", "竣工18台、在建20台。", "通过联审55台，竣工19台，在建22台。", "met met"),
    ("打通断头路6条。", "2条通车，4条续建。", "东林路、西林路2条已通车；其余4条正在铺设管网。", "met met"),
    # the names of a list stand before the one that ends as asked, whatever days come behind it
    ("新建托育园4个。", "2个托育园开园。", "桃林、石咀托育园分别于3月、6月开园。", "met"),
    # other buildings than a plan names say nothing of it
    ("迁建中学。", "实验楼、宿舍楼封顶。", "实验楼A、B幢7月封顶，宿舍楼8月20日封顶；图书馆施工至三层。", "met"),
    # a promise of a building that is not asked for decides nothing
    ("新建中学。", "投入使用。", "8月30日如期开学，师生已入校；体育馆按工期12月竣工。", "likely"),
    # what is only dealt about is no work begun
    ("新建车库2座。", "2座开工。", "东门车库正在开挖；西门车库用地红线尚在协商。", "likely"),
    # a rest that has come to a step of the works is under way
    ("提升服务站20家。", "完成20家。", "20家提升工程完成14家，其余6家室内改造完成，正在添置家具。", "likely"),
    # visits of several kinds add up
    ("技能培训1800人次。", "1300人次。", "1.家政类12期684人次；2.电焊类15期733人次。", "met"),
    # a number in a unit with brackets; a part that is asked for by name
    ("筹集租赁住房1200套(间)。", "筹集700套(间)。", "已认定入库712套。", "met"),
    ("技能培训3500人次。", "2800人次，其中急需紧缺工种400人次。", "培训2904人次，其中急需紧缺工种416人次。", "met met"),
    # a delivery that is accepted is no installation, a trench is no pipe
    ("安装报警设备2000套。", "安装1200套。", "2000套设备6月底全部到货验收，已安装336套。", "likely"),
    ("改造管网26公里。", "开挖沟槽3公里。", "破路开挖3.8公里，敷设管道1.1公里。", "met"),
    # a share of the infill by the floor reached; the floor by its slab
    ("新建教学楼。", "二次结构砌筑完成50%。", "砌体施工至四层(共五层)。", "met"),
    ("新建门诊楼。", "完成地上5层结构。", "地上3层楼板浇筑完成。", "likely"),
    # one of two numbers of one thing says nothing of the other
    (
        "建充电桩180个，其中城区120个、乡镇60个。",
        "城区60个，乡镇30个。",
        "城区充电桩已建成64个。乡镇充电桩完成选址。",
        "met short",
    ),
    # each of so many gets one; ways told by lists of names add up; all targets are asked for
    ("卫生室28所，每所配备一体机1套。", "一体机安装到位。", "一体机到货19套，已装14套。", "short"),
    (
        "新开、优化公交线路8条。",
        "8条。",
        "新开K19路、东环线、高铁专线3条，优化21路、48路、快线、夜线、206路5条。",
        "met",
    ),
    ("新建充电桩400台、充电端口1万个。", "9月底前全面完成。", "新建充电桩217台；新增充电端口10432个。", "short met"),
    # a part by its name, where the whole bears another; what is told as beside divides no number
    ("培训2万人次、技师1800人。", "培训9千人次，技师900人。", "培训9847人次，取证2106人，其中技师388人。", "met short"),
    ("加装电梯30台。", "完工12台。", "完工13台，在建9台，另有4台待开工。", "met"),
    # no more days than are left; a count of pieces is no claim of the whole; a summer's work is asked in summer
    ("优良天数258天。", "优良天数达到200天。", "1-8月优良天数166天。", "short"),
    ("文化馆主体封顶。", "完成地下室顶板。", "地下室底板分6块浇筑，已完成4块。", "likely"),
    ("改造食堂22所。", "完成10所。", "完成11所。", "met"),
    # the numbers before a total that sums them up
    ("新建停车位800个。", "累计建成350个。", "立体停车库(286个)通过检验；桥下停车场建成104个；合计390个。", "met"),
    # what is all asked for beside a rest divides nothing; an opening that the plan itself asks for later is not late
    ("改造路口8处。", "剩余3处完工，组织验收。", "县医院路口等8处改造均已完工，7月26日通过验收。", "met met"),
    ("扩建甲中学。", "9月底前竣工交付，10月投入使用。", "主楼已竣工，确保10月8日正常开学。", "likely likely"),
    ("扩建甲中学。", "9月底前竣工交付，12月投入使用。", "主楼已竣工，12月1日投入使用。", "missed likely"),
    # those that passed answer where a passing is asked for; a platform is on line in its trial
    ("养老机构消防改造9家。", "9家通过消防检测。", "9家改造完工，8家检测合格，丙院复检定于9月9日。", "likely"),
    ("建设停车平台。", "平台上线。", "平台3月份上线试运行。", "met"),
    ("建设停车平台。", "平台正式投入运行。", "平台3月份上线试运行。", "likely"),
    # a rate that has not risen enough goes on so; works that stand still are no works that go on
    ("规范管理率达85%。", "管理率达到85%。", "截至8月底为84.1%，比7月底提高0.3个百分点。", "short"),
    ("建设骨灰堂2处。", "8月底前乙骨灰堂主体施工。", "乙骨灰堂基础完成后，4月停工至今。", "missed"),
    ("建设骨灰堂2处。", "8月底前乙骨灰堂主体施工。", "乙骨灰堂基础完成后，主体施工至二层。", "met"),
    # 方面 tells what a sentence is about; a stage of which a later one stands lies behind
    (
        "优化信号配时60处，完成10处节点渠化改造。",
        "信号配时优化50处，渠化改造完成6处。",
        "信号配时方面，甲道、乙道等68处路口已完成优化。渠化改造方面，甲路口、乙路口等10处已全部完工通车。",
        "met met",
    ),
    (
        "新建市九中。",
        "一季度：基础工程完成。二季度：主体施工至三层。三季度：主体封顶。",
        "教学楼施工至四层（共五层），宿舍楼封顶，报告厅钢结构加工中。",
        "met met short",
    ),
    # a school term names a thing, 7月22日 is no term of seven months, and 通航安全评估 opens no bridge
    ("落实学生营养餐。", "完成秋季学期食材招标。", "秋季学期食材招标公告8月22日发布，9月12日开标。", "likely"),
    (
        "建步行桥2座。",
        "8月底前2座桥桩基完成。",
        "一号桥桩基完成。二号桥通航安全评估获批，桩基完成2根，其余8根11月完成。",
        "missed",
    ),
    # what is looked at is not what is done with it; works that are counted have passed nothing yet
    ("为600名老人安装假牙。", "完成500名。", "口腔检查718名，已安装247名，其余在试戴。", "short"),
    ("改造户厕3200户。", "9月底前全部完工并通过验收。", "改造3200户，正在整改。", "likely"),
    ("改造户厕3200户。", "9月底前全部完工并通过验收。", "改造3200户，均已通过验收。", "met"),
    ("实现行政村5G网络通达率100%。", "通达率100%。", "437个行政村已全部开通5G网络。", "met"),
    # what has opened one after the other is open; a total may say that it is of the above
    ("新开通公交5条。", "开通4条。", "1路、2路、3路、5路已陆续开通，6路计划10月中旬试跑。", "met"),
    (
        "新增托位600个。",
        "累计新增450个。",
        "1.甲中心120个托位已开园。2.乙园托班90个、丙园托班140个均已开班。3.支持机构转普惠托位113个。以上合计463个。",
        "met",
    ),
    # paid out by a day asks for the year's number
    ("发放地力补贴，惠及3.9万户。", "8月底前发放到位。", "已于6月27日发放1836万元，惠及3.94万户。", "met"),
    # what is to be announced, or filed, at another time is still to come
    ("县游泳馆建成开放。", "9月份试开放。", "水处理机房完工。闭水试验未通过，开放时间另行公告。", "likely"),
    (
        "建养老服务中心2家。",
        "1家运营；1家通过消防验收。",
        "甲镇中心6月份运营。乙江中心装修完成，喷淋试验不合格，正在返工，验收另行申报。",
        "met likely",
    ),
    # a need that is filed with the purchasing office is not bought
    ("建设监测站40处。", "站点全部安装完成。", "40处站址勘测完毕，设备采购需求已报政府采购办备案。", "short"),
    ("建设监测站40处。", "站点全部安装完成。", "40处站址勘测完毕，设备采购完成。", "likely"),
    # a township's offices are no places of works
    (
        "建设转运站3座。",
        "1座投运，2座开工。",
        "甲泉镇站投运，乙日乡站5月开工。丙拉乡站因选址有意见，暂缓开工，乡党委、政府已召开代表会，正在做解释工作。",
        "met short",
    ),
    # what a plan names by its step alone is of the target that names it, not of those that are counted
    (
        "修缮旧址3处，完成乙江小学旧址布展。",
        "3处修缮完工；布展完成并开放。",
        "3处修缮均通过竣工验收。乙江小学旧址布展大纲正在评审，展陈招标9月中旬启动。",
        "met short",
    ),
    (
        "修缮旧址3处，完成乙江小学旧址布展。",
        "3处修缮完工；布展完成并开放。",
        "3处修缮均通过竣工验收。乙江小学旧址布展完成，8月25日开放。",
        "met met",
    ),
    # of a step of which some is told as not begun nothing is there
    ("综合楼扩建。", "地下结构出正负零。", "现已恢复开挖，底板尚未浇筑。", "short"),
    ("综合楼扩建。", "地下结构出正负零。", "底板浇筑完成，地下室顶板正在绑扎钢筋。", "likely"),
    # a rate of another year answers nothing
    (
        "参保率达96%以上，做好2026年度参保缴费工作。",
        "2026年度参保缴费完成70%以上。",
        "2025年度参保率96.8%。2026年度缴费率58.4%。",
        "likely",
    ),
    # a village is joined to a road, no water; a step asked by a later day is none of a number that is due before it
    ("建设村组通水泥路50公里。", "8月底前完成40公里，10月底前验收完毕。", "完工44公里，正在组织验收。", "met likely"),
    # what runs, stands guard or serves so many a day is in use
    ("建成驿站3个。", "8月底2个。", "甲桥、乙安2家运行正常，第三家座椅安装中。", "met"),
    ("新建急救站2个。", "8月底建成1个。", "甲洼急救站8月16日投入值守。乙淀站房屋加固和改造正在做。", "met"),
    (
        "新建、改建市场3处。",
        "全部投入运营。",
        "甲市场改扩建完毕，乙沿、丙民两处市场7月末挂牌，三处日均接待340人次。",
        "met",
    ),
    # what names no thing is a stage of the number that holds it; those done in a way of their own are no others
    (
        "新增泊位1600个，其中新建停车场4个。",
        "8月底前1200个。",
        "新增泊位1350个。甲站、乙路、丙街3个停车场建成。",
        "met",
    ),
    (
        "改造提升卫生室30家，其中新建8家。",
        "8月底前完工20家；12月底前全部完工。",
        "改造19家、新建6家均已完工启用。",
        "met likely likely",
    ),
    # what begins on a day ends by the term told behind it; 建设街 is the name of a street
    (
        "改造街路6条。",
        "9月10日前6条街路全部通车。",
        "甲岸路、乙台路、建设街、丙民路、丁光路已通车；戊农路水稳层养生中，9月2日开始铺油，5天铺完。",
        "likely",
    ),
    (
        "改造街路6条。",
        "9月10日前6条街路全部通车。",
        "甲岸路、乙台路、建设街、丙民路、丁光路已通车；戊农路水稳层养生中，9月2日开始铺油，15天内铺完。",
        "missed",
    ),
    # floors done are a height
    (
        "卫生院迁建项目完成主体工程。",
        "8月底住院楼主体完成5层，年底主体全部封顶。",
        "门诊楼封顶，住院楼主体施工至6层(共8层)。",
        "met likely",
    ),
    # rooms that are finished may be what was to be built, where no work up to it is told to be open
    (
        "标准化建设服务站6个。",
        "8月底完工。",
        "6个站点8月20日前装修完毕、设备到位，5个已开诊，丙街站等联网验收。",
        "met",
    ),
    ("建成消防站并投入执勤。", "8月底建成。", "综合楼装修完，训练塔8月26日验收，消防车到位。", "likely"),
    ("建成消防站并投入执勤。", "8月底建成。", "综合楼装修完，训练塔正在浇筑基础。", "missed"),
    # of a later stage, what has not come beyond its drawings is late, however the first one stands
    (
        "治理积水点6处。",
        "6月底前完成4处，10月底前全部完成。",
        "甲桥下等4处已改造到位。其余2处管线改迁方案还在与电力部门对接，施工图未出。",
        "met short",
    ),
    (
        "治理积水点6处。",
        "6月底前完成4处，10月底前全部完成。",
        "甲桥下等4处已改造到位。其余2处正在铺设管道。",
        "met likely",
    ),
    # a site that is made ready is no start of works, nor do they leave anything behind, while its land is not approved
    (
        "建设教师宿舍120套。",
        "完成施工图审查，施工招标，开工建设。",
        "规划方案已通过，用地组卷材料报市局。甲镇地块已清表。",
        "short short short",
    ),
    ("建设教师宿舍120套。", "完成施工图审查，开工建设。", "规划方案已通过。甲镇地块已清表。", "met met"),
    ("开展培训2000人次。", "培训900人次。", "结业412人，9月下旬还有10个班480人结业。", "likely"),
    # 全覆盖 by a day asks for all that the target counts
    (
        "212个村便民服务中心开通联办。",
        "二季度130个，8月底全覆盖。",
        "账号布设到212个村；能受理办件的188个，其余24个专线未通。",
        "met missed",
    ),
    # 具备办园条件 is a step
    ("新建幼儿园1所。", "8月底具备办园条件。", "主体完工，正在装修。", "missed"),
    # a pipe or a line is no place; other stretches than one that is still bare leave it to be done
    (
        "甲路东段、乙路北段建成通车。",
        "乙路北段水稳层8月底前铺筑完成。",
        "甲路东段已通车。乙路北段雨污水管线、路基已做完，中间200米有电力杆线，目前还是毛路基，其他路段水稳层铺好。",
        "missed",
    ),
    # the one that lacks is not nearly there where its rent is still dealt about
    ("新增助餐点4家。", "4家全部营业。", "甲巷、乙渡、丙湾3家营业。丁浦那家换到市场二楼，租金在谈。", "short"),
    ("新增助餐点4家。", "4家全部营业。", "甲巷、乙渡、丙湾3家营业。丁浦那家正在装修。", "likely"),
    # what is all but done beside the step that is reached leaves it in doubt, what goes on leaves it open
    ("建成开放公园二期。", "8月底建成开放。", "绿化和亮化基本完工，8月28日起试开放。", "likely"),
    ("建成开放公园二期。", "8月底建成开放。", "绿化和亮化正在施工，8月28日起试开放。", "missed"),
    # a length of one work is none of another that the plan asks for beside it
    ("治理甲河3.8公里。", "完成清淤，建成护岸2公里。", "3.8公里清淤已完，护岸浇筑0.8公里。", "met short"),
    ("治理甲河3.8公里。", "完成清淤，建成护岸2公里。", "3.8公里清淤已完，护岸浇筑2.1公里。", "met met"),
    # a step that is asked of all is not there while one of the things is only being prepared
    (
        "新增护理床位150张，改造敬老院消防设施6所。",
        "6月底完成招标，8月底前开工。",
        "敬老院消防设施改造完成5所。护理床位预算调整后，8月25日再次报财评中心复审。",
        "missed missed",
    ),
    (
        "新增护理床位150张，改造敬老院消防设施6所。",
        "6月底完成招标，8月底前开工。",
        "敬老院消防设施改造完成5所。护理床位正在装修。",
        "met met",
    ),
    # of two lengths only one may be asked for by its name: the other is told beside, and adds nothing
    ("新改建公路110公里。", "路面累计完成95公里。", "路面累计完成81公里，安防设施完成74公里。", "likely"),
    ("新建管网95公里。", "完成管网95公里。", "中压管网完成81公里，低压管网完成17公里。", "met"),
    # those whose blood is drawn are those who are screened; those with a finding are some of them
    ("开展孕妇基因筛查1500人。", "6月底前700人；8月底前1150人。", "共采血1088例，高风险21例已转诊。", "met missed"),
    # faults mended are none of what is newly built, whatever they are counted in; where they are asked for they are
    ("新改建户厕3200座。", "8月底前2400座。", "问题厕所整改5106座。目前新改建1415座。", "missed"),
    ("排查整治墙面隐患150处。", "整治90处。", "150处隐患已整治销号148处。", "met"),
    # 本月20日 is a day to come, or one gone by
    ("引进企业20家。", "9月底前引进企业20家。", "引进企业16家，下月20日有4家办理入园手续。", "likely"),
    ("引进企业20家。", "9月底前引进企业20家。", "引进企业16家，上月20日有4家办理入园手续。", "short"),
    # bus lines told by their places, each with its day, are as many as there are names
    ("开通公交线路2条。", "2条线路均开通。", "甲镇线5月6日、乙镇线7月1日先后开通。", "met"),
    ("开通公交线路3条。", "8月底前3条线路均开通。", "甲镇线5月6日、乙镇线7月1日先后开通。", "missed"),
    # what is set up by the last day may lack a few days to be tried out, which is asked about and not missed
    ("为40所学校安装饮水设备。", "40所全部安装调试完毕。", "装好33所。剩余7所9月底前可以装完。", "likely"),
    # what has only just begun goes on
    ("改造卫生院6所。", "8月底前改造完成。", "3所改造完工，3所改造刚铺开。", "missed"),
    # a preparation and a number joined by 并 are asked each by its own words
    (
        "无障碍改造90户。",
        "无障碍改造完成入户评估并实施30户。",
        "90户评估已做完，8月初签订合同，目前改好7户。",
        "met short",
    ),
    ("投放单车500辆。", "完成摸底并投放500辆。", "摸底已完成，投放500辆。", "met met"),
    # things are built though an account is still to come; not while a wall is to be painted
    ("建成服务站30个。", "累计建成30个。", "30个站全部建成，其中2个站业务账号还未开通。", "met"),
    ("建成服务站30个。", "累计建成30个。", "30个站全部建成，其中2个站外墙还未粉刷。", "short"),
    # two numbers tell a rate: of those there are so many are served; what did not count them all tells none
    ("适龄学生疫苗接种率90%。", "接种率85%。", "全县适龄学生6230人，已接种5721人。", "met"),
    ("适龄学生疫苗接种率90%。", "接种率85%。", "签署同意书6018人，已接种5721人。", "silent"),
    ("化解超大班17个。", "8月底前化解超大班17个。", "超大班全部化解。", "met"),
    # a rate of survival is no planting that goes on
    ("绿化公园4个。", "4个全部完工。", "4个全部完工，苗木成活率97%。", "met"),
    # what is upgraded to the last, or accepted house by house, is done; who accepts is no number; what heats is in use
    ("升级食堂32所。", "8月底前全部完成。", "全部升级完，已接入平台。", "met"),
    ("改造厕所650户。", "8月底前全部完成。", "已完成并逐户验收。", "met"),
    ("建设安置房260套。", "安置楼竣工验收。", "5栋安置楼全部竣工，8日五方验收通过。", "met"),
    ("改造供热管网38公里。", "8月底前管网投运。", "管网10日试压合格，8月20日零时开栓供热。", "met"),
    # what stood its trial is tested; what no longer happens is denied of nothing that is asked
    ("扩建水厂。", "8月底前完成闭水试验。", "池体闭水试验合格。", "met"),
    ("整治积水点6处。", "8月底前全部完成。", "6处均已完工并验收。7月大雨，先改的4处没有再淹。", "met"),
    # a floor that is asked for by its number is not reached while a lower one goes on
    ("新建住院楼，12月底封顶。", "8月底施工至地上八层。", "正在支设地上六层梁板模板。", "missed"),
    # who draws a picture of the scheme has come no further than the scheme
    ("建成创业基地。", "9月底前装修完成。", "地址改到甲校区，设计单位在出效果图。", "short"),
    # what came since adds to a total up to then, also without a word of its own
    ("举办招聘会40场以上。", "举办招聘会30场。", "招聘会上半年办了27场，8月又办7场。", "met"),
    # what is waived by a clause that counts none is what was counted before it
    ("改造教室照明560间。", "8月底前验收。", "548间改造完毕，8月24日验收。甲校12间为危房，经批准不再改造。", "met"),
    ("改造教室照明560间。", "8月底前验收。", "448间改造完毕，已验收。甲校112间为危房，经批准不再改造。", "missed"),
    # the last one that came is no rest
    ("建成诊室3个。", "8月底前3个诊室全部开诊。", "3个诊室都已开诊，甲镇卫生院是8月25日最后一个开的。", "met"),
    # what is raised to so much a year is what each gets
    ("农村低保提高到每年5200元。", "8月底前农村低保提高到每年5200元。", "7月1日起农村执行5200元/年，差额已补。", "met"),
    # a rest that only awaits its check lacks nothing of what is to be installed
    ("更换教室护眼灯480间。", "8月底前全部安装。", "480间全部装完。已检测462间；最后一批18间9月5日检测。", "met"),
    # what an earlier work lacks is none of a step on the way that is told as reached
    ("扩建水厂。", "8月底前土建完成。", "滤池土建完成，闭水试验合格。管网部分：支管总长64公里，铺好61公里。", "met"),
    # what is put up for acceptance is built, and as far as a plan asks that puts it up
    ("改造养老院。", "9月10日前改造工程完工，报消防验收。", "装修完工，消防13日报验。", "met met"),
    (
        "新增停车泊位2000个。",
        "8月底前累计新增1700个。",
        "今年以来新增泊位1213个；其中利用空闲院落新增泊位648个。",
        "missed",
    ),
    # what is only asked to be waived is not
    ("更新管网16公里。", "8月底前更新16公里。", "已更新15公里。甲街1公里与供热同路，已上报核减，尚未批复。", "missed"),
    # what people do there, what runs or is carried tells that it is in use
    ("新建农贸市场1处。", "8月底前完成验收。", "摊主8月18日全部搬回新市场做生意。", "met"),
    ("新建泵站1座。", "8月底前完成机组安装。", "8月3日起抽水灌田，两台机组轮流运转。", "met"),
    ("建甲桥。", "8月底前通车。", "8月28日起公交12路改道从甲桥上过。", "met"),
    # so does nothing of another place, of half the way, of what is to come, or of what it is built for
    ("新建农贸市场1处。", "8月底前投用。", "经营户全部搬到临时市场做生意，旧棚正在拆。", "missed"),
    ("改建甲路。", "8月底前通车。", "目前车辆半幅通行，另半幅正在铺水稳。", "missed"),
    ("新建停车场1处。", "9月底前投用。", "正在平整场地，建成后周边居民可就近停车。", "short"),
    # the ends of a bridge or a tunnel in other words; what is lacking of it leaves it open
    ("建甲桥。", "8月底前合龙。", "最后一段钢梁8月26日对接到位，两岸连通。", "met"),
    ("建甲隧道。", "8月底前贯通。", "左线8月贯通，右线还差180米。", "missed"),
    # a part in use beside others that go on is not all of it
    ("新建体育馆1座。", "9月底前建成。", "停车场划线完成，配电房完工，主馆网架正在吊装。", "likely"),
    ("改造甲健身中心。", "9月底前完成改造。", "一楼泳池7月放水迎客，二楼健身房正在铺地胶。", "likely"),
    # other words for the steps of works
    ("新建文体中心1座。", "8月底前确定选址。", "地块已经区长办公会敲定在甲路北侧。", "met"),
    ("新建文体中心1座。", "8月底前签订施工合同。", "8月25日与甲建设公司签约，工期420天。", "met"),
    ("新建文体中心1座。", "8月底前主体结顶。", "最后一方混凝土8月20日浇筑完毕。", "met"),
    ("改建甲路。", "8月底前完成沥青摊铺。", "黑色路面全线铺通。", "met"),
    ("建甲桥。", "8月底前完成上部结构。", "64片梁全部吊上桥墩，湿接缝浇好。", "met"),
    ("建设体育馆1座。", "8月底前完成附属工程。", "围墙、大门、道路、绿化全做完。", "met"),
    # what is done of one kind is not open for what goes on of another of the same step
    ("整治甲河。", "8月底前完成清淤。", "河床淤泥清光，正在砌护岸。", "met"),
    # where the outside is made, the inside goes on
    ("新建宿舍楼1栋。", "10月底前竣工。", "脚手架全部拆除，正在施工室外管网。", "likely"),
    # money that is spent and materials that have come are none of the works
    ("建甲中心。", "9月底前交付使用。", "主楼8月中旬封顶，超额完成全年投资计划。", "short"),
    ("改造燃气管道50公里。", "8月底前改造40公里。", "管材备货48公里，已埋管26公里。", "missed"),
    # what is still made in a factory has to be delivered and installed
    ("建设立体车库1座。", "9月底前投用。", "土建完成，升降机构在厂里组装，10月上旬发货。", "missed"),
    ("采购环卫车20辆。", "9月底前到货。", "合同已签订，改装厂正在生产。", "likely"),
    # a place that is lost, with another looked for, is not there in time
    (
        "新建社区食堂3个。",
        "9月底前3个完成装修。",
        "东园食堂试营业，西园食堂灶具已装好，南园食堂房东毁约，正在另找房子。",
        "short",
    ),
    # rooms that are handed over are no centres
    ("新建养老服务站6个。", "8月底前完成选址。", "6个站点用房已由街道交付，4个已动工。", "met"),
    # what is still needed takes its time from now, or from the day that it is told to run from; not so of each one
    ("改造甲路2公里。", "9月底前完成沥青铺设。", "水稳层做完，养生还要40天。", "missed"),
    ("修编乙规划。", "9月底前报批。", "专家要求补测数据，测绘院答复补测约需一个半月。", "missed"),
    ("推进丙片调规。", "9月底前取得批复。", "草案公示30天，自9月8日起算。", "missed"),
    ("安装水表2000只。", "安装1800只。", "已装1700只，每只更换约需40天一轮。", "likely"),
    # an approval that is only applied for is not there on the due day; what asks for the papers alone has them
    ("推进甲路建设。", "8月底前取得初步设计批复。", "可研已批复，初步设计文本已报发改局。", "missed"),
    ("推进乙片开发。", "8月底前取得用地批复。", "组卷材料已报省厅，正在会审。", "missed"),
    ("推进丙厂建设。", "8月底前取得环评批复。", "环评7月受理，8月18日批下来了。", "met"),
    ("推进丙厂建设。", "8月底前环评报告送审。", "环评报告生态环境局已受理。", "met"),
    # money is paid once it is with those who are to have it, not at an office, nor where it was sent back
    ("发放甲补贴。", "8月底前补贴发放到户。", "名单公示完毕，资金已下达到镇，等账号核完再打卡。", "missed"),
    ("发放乙资助金。", "8月底前发放完毕。", "资金已落实，银行代发因信息错误被退回，正在更正。", "missed"),
    ("发放丙津贴差额。", "8月底前补发到位。", "差额随8月津贴一并到账，新增对象下月起按新标准发。", "met"),
    # what is only to come after something else, or waits for it, is not there
    ("新建公厕2座。", "8月底前移交。", "公厕盖好了，等验收合格后移交。", "missed"),
    ("组建应急队15支。", "8月底前15支挂牌。", "队员招满376人，牌子已做好，等县里统一授牌。", "missed"),
    # pieces of a step that are left take the time that the pace told gives them
    ("建设甲楼。", "9月底前工程桩全部打完。", "设计桩412根，两台桩机每台每天成桩2根，已成桩138根。", "short"),
    ("改造乙管。", "9月底前雨水管铺设完成。", "雨水管全长3200米，每天能铺50米，已铺2100米。", "likely"),
    ("新建丙隧道。", "9月底前隧道贯通。", "隧道长1860米，已掘进1210米，日进尺4米。", "short"),
    # equipment is put in where the building stands; a base of the thing itself is no building
    ("建设甲停车楼。", "9月底前车库设备安装调试完毕。", "基坑土方运出七成，下步浇底板。", "short"),
    ("新建乙展馆。", "9月底前布展完成。", "展馆主体刚出正负零。", "short"),
    ("建设丙公园二期。", "照明设施安装。", "照明灯杆基础已浇筑。", "silent"),
    # a rest that is told as not done leaves the others of all
    ("开放纳凉点10处。", "8月底前10处开放。", "多数已迎客，还有2处没开。", "missed"),
    ("提档消防站28个。", "8月底前24个。", "28个里还有3个没弄好，缺水带。", "met"),
    # a share that is told of the whole is of both its sides; without one each side tells of itself
    ("改造甲路3公里。", "9月底前全线通车。", "北段已放行，南段这周才开始破路面。", "short"),
    # a document that goes through its steps is not issued before the last; what is talked over is not accepted
    ("制定甲办法。", "8月底前印发。", "送审稿8月20日经常务会议审议通过，正在走文。", "missed"),
    ("新建乙园。", "8月底前通过竣工验收。", "预验收提了63条，施工单位整改，正式验收另定。", "missed"),
    # a rate is that of two numbers, the first of which is all that there are
    ("推进甲片征收。", "8月底前签约率95%。", "266户中217户签约。", "missed"),
    ("小区达标率95%。", "8月底前达95%。", "412个小区逐一过堂，396个达标。", "met"),
    ("改造食堂30所。", "9月底前全部完工。", "已完工21所，另9所校方同意寒假动工。", "missed"),
    # all but those that are left out are there; where the last of them is, too, all are
    ("新建球场24片。", "8月底前完工18片。", "除甲村等5片因道路被冲还在恢复外，其余都完工了。", "met"),
    ("新建球场24片。", "8月底前完工20片。", "除甲村等5片因道路被冲还在恢复外，其余都完工了。", "missed"),
    ("整治积水点16处。", "8月底前16处整治完。", "最后一处桥下8月20日也整治好了。", "met"),
    ("整治积水点16处。", "8月底前16处整治完。", "最后一处桥下也进场了。", "missed"),
    # what is to be looked at again is not passed
    ("编制甲规划。", "8月底前规划通过评审。", "规划8月25日上会，专家认为论证不足，改完再评。", "missed"),
    # a day on which works can only begin ends none of them
    ("修村路20公里。", "9月底前20公里建成。", "建成13公里，剩7公里被水占着，9月22日放水后才能动工。", "short"),
    ("修村路20公里。", "9月底前20公里建成。", "建成13公里，剩7公里9月22日完工。", "likely"),
    # a plan that asks of all the tasks asks of each that the target names
    ("修缮旧居3处，宣讲100场。", "两项任务收官。", "旧居修缮完工3处，宣讲104场。", "met met"),
    ("修缮旧居3处，参观率达60%。", "8月底前完成全部任务。", "旧居修缮完工3处，参观率57%。", "met missed"),
    # levels told bare are those of the target, in its order
    ("甲类参保率98%，乙类参保率96%。", "分别达到96%、95%。", "乙类参保率95.2%，甲类参保率96.4%。", "met met"),
    # where the last of them is there, all are, unless others are told to be missing
    ("整治水体9条。", "8月底前9条全部完成整治。", "最后一条甲河8月20日通过验收。", "met"),
    ("安装报警器1200户。", "8月底前安装完毕。", "最后一批40户昨天装完。", "met"),
    ("新建学校5所。", "8月底前5所投用。", "已投用3所，最后一批设备已安装到位。", "missed"),
    # what is named as the rest of a counted whole is as many as the others leave
    (
        "资助学生5000人次，其中寄宿生2000人次。",
        "8月底前资助寄宿生2000人次。",
        "资助5230人次，其中走读生3680人次，其余为寄宿生。",
        "missed",
    ),
    ("新能源环卫车占比达80%。", "8月底前占比达75%。", "环卫车420辆，其中柴油车51辆，其余均为新能源车。", "met"),
    # what is asked of the works before they begin is counted by its own word
    ("排查隐患1200户，更换软管1000户。", "8月底前排查800户。", "排查了836户，更换软管尚未开始。", "met"),
    # a rest that is told as done is as many as the others leave of all
    ("改造小区24个。", "8月底前完工15个。", "24个小区中4个尚未开工，3个正在施工，其余均已完工。", "met"),
    ("改造小区24个。", "8月底前完工15个。", "24个小区中9个尚未开工，3个正在施工，其余均已完工。", "missed"),
    ("改造小区24个。", "8月底前完工15个。", "24个小区中4个尚未开工，3个正在施工，其余也在收尾。", "missed"),
    # a length or an area may be told in another unit than asks for it
    ("铺设管网12公里。", "8月底前铺设8公里。", "铺设管网8600米。", "met"),
    ("造林3万亩。", "8月底前造林2万亩。", "造林1500公顷。", "met"),
    ("铺设管网12公里。", "8月底前铺设8000米。", "铺设管网7.2公里。", "missed"),
    # the turn that has been reached tells how many were held
    ("举办演出30场。", "8月底前演出20场。", "演出已办到第22场。", "met"),
    ("开办夜校12期。", "8月底前开办8期。", "第5期夜校正在上课。", "silent"),
    # a share of the task tells how much is torn down
    ("拆除房屋20万平方米。", "8月底前拆除12万平方米。", "已拆面积占任务总量的近七成。", "met"),
    # a rate is told by the number of all there are and that of those so served
    ("甲患者规范管理率70%。", "8月底前管理率达65%。", "在册甲患者4.2万人，规范管理2.9万人。", "met"),
    ("污水收集率75%。", "8月底前收集率72%。", "应收集污水8200万吨，实际收集5580万吨。", "missed"),
    # what is asked of each place is told by the last of them, not by all together
    ("参保率95%。", "8月底前各镇参保率均达90%。", "参保率93%，其中甲镇96%、乙镇94%、丙镇86%。", "missed"),
    ("改造小区70个。", "8月底前每个区完工率不低于60%。", "完工49个，东区20个完工17个，西区15个完工8个。", "missed"),
    # a rest that begins a sentence is of what is counted in its unit
    (
        "治理积水点9处，更换井盖500个。",
        "8月底前积水点完成6处，井盖完成招标。",
        "6处积水点治完；余下3处放在四季度做；井盖已完成招标。",
        "met met",
    ),
    # a part told behind a whole goes on about it, and heads are counted before visits
    (
        "新增就业12000人，困难人员就业1500人。",
        "8月底前新增就业10000人，困难人员就业1300人。",
        "新增就业11260人；帮扶困难人员1580人次，其中实现就业940人。",
        "met missed",
    ),
    # a number that names only what several are called is of the one that its sentence named last
    (
        "甲类学位1500个，乙类学位800个。",
        "8月底前甲类学位1200个，乙类学位600个。",
        "甲类建成2所，新增学位1240个；乙类建成1所，新增学位420个。",
        "met missed",
    ),
    # what each of several places has is told of all of them
    ("新建助餐点40个。", "8月底前建成30个。", "8个街道各新建4个。", "met"),
    ("新建充电站12座。", "8月底前建成10座。", "甲片、乙片各建成3座。", "missed"),
    ("新建充电站12座。", "8月底前建成10座。", "甲片、乙片各建成5座。", "met"),
    ("举办演练2次。", "8月底前2次。", "演练计划9月、10月各开展1次。", "missed"),
    # what is to come is none of those that are done, though it adds up to them with what goes on
    ("改造道路12条(段)。", "8月底前完工5条。", "甲路等6条完工通车；在建4条；乙路、丙街定于9月8日围挡。", "met"),
    # a share of a counted whole, by a name of its own, tells how many
    ("新增护理型床位600张。", "8月底前新增500张。", "新增养老床位900张，其中护理型占六成。", "met"),
    ("新增护理型床位600张。", "8月底前新增500张。", "新增养老床位700张，其中护理型占六成。", "missed"),
    # what is left alone tells how many are there, unless it lacks less than is asked
    ("改造小区24个。", "8月底前完工20个。", "仅剩2个小区尚未完工。", "met"),
    ("发放补贴1200户。", "8月底前发放1000户。", "尚有386户未发放。", "missed"),
    ("改造小区24个。", "8月底前完工20个。", "仅剩2个小区尚未开工。", "missed"),
    # where new ones are asked for, those that there were before are none
    ("新增门诊20家。", "8月底前新增15家。", "门诊年初16家，现32家。", "met"),
    ("新增门诊20家。", "8月底前新增15家。", "门诊由21家增至25家。", "missed"),
    ("新增机构30家。", "8月底前新增25家。", "机构达71家，比年初多26家。", "met"),
    # things that are asked for are no places of one of them; 和平巷 is one name, and streets are roads too
    ("新建球场6个、步道4条。", "8月底前全部完工。", "步道、球场均已开放。", "met met"),
    ("打通断头路4条。", "8月底前全部通车。", "建设路、民生路6月通车，富民街、和平巷8月20日通车。", "met"),
    # a share of others than are asked for tells nothing of them
    ("组织疗休养1200人。", "8月底前疗休养500人。", "疗休养537人，其中一线岗位占八成。", "met"),
    # one that is asked for by its name is none of the rest that is asked beside it
    (
        "建设敬老院3所。",
        "8月底前城东敬老院封顶，其余2所开工。",
        "城东敬老院封顶；城南敬老院已打桩，城北敬老院仍在办规划许可。",
        "met missed",
    ),
    (
        "建设敬老院3所。",
        "8月底前城东敬老院封顶，其余2所开工。",
        "城东敬老院封顶；城南敬老院、城北敬老院均已打桩。",
        "met met",
    ),
    # what has come on the whole is less what has gone
    ("净增托位1500个。", "8月底前净增1300个。", "新建及改扩建托位1420个，同期因歇业减少310个。", "missed"),
    # those that only put down their names have not set out
    ("组织疗休养8000人。", "8月底前疗休养7000人。", "疗休养已报8600人，先后成行38批5120人。", "missed"),
    # a number told in the very words that ask counts, whatever is counted of a later step
    ("完成家庭无障碍改造300户。", "无障碍改造完成280户。", "无障碍改造277户，验收196户。", "likely"),
    ("完成家庭无障碍改造300户。", "无障碍改造完成270户。", "无障碍改造277户，验收196户。", "met"),
    # how many of all places have a thing tells whether it is everywhere
    (
        "新建充电桩160个，实现镇街全覆盖。",
        "6月底前建成80个，镇街全覆盖；9月底前130个。",
        "建成充电桩123个。9个镇街中8个已有站点，甲镇选址未定。",
        "met missed likely",
    ),
    # how many are made a day tells that the rest does not come in time, also where no step asked for is there yet
    (
        "清洁取暖改造1850户。",
        "9月10日前1850户安装调试结束。",
        "热泵装好1536户。没装的314户在乙乡，厂家现在每天能装二十户。",
        "short",
    ),
    # the same step on a later day is that of the plan's next stage
    ("文化馆重新开放。", "8月试开放，12月正式开放。", "8月23日起试开放，12月18日正式开馆。", "met likely"),
    # a number that follows on the claim that all is built is that of all
    ("建成道路120公里。", "8月底前全部建成。", "已全部建成，实际里程123.4公里，交工验收106公里。", "met"),
    # a sign is put up before doors open
    ("新建关爱之家12个。", "全部建成授牌。", "12个关爱之家均已建成授牌，9个常态化开展活动，另3个暂缓对外开放。", "met"),
    # what only tells to which floor a step has come goes on about the same; a step may be asked no more than to begin
    (
        "新改扩建幼儿园3所、小学1所。",
        "甲坞幼儿园室外工程完成；乙渚二小砌体完成、外墙开始施工。",
        "甲坞幼儿园室外管网已埋；乙渚二小教学楼8月19日结顶，砌体做到三层(共四层)。",
        "met likely likely",
    ),
    # a day of the thing itself says nothing of what only prepares it
    ("举办运动会1场。", "制定方案。", "/（四季度举办）", "silent"),
    # a bare day goes on with the step of the clause before it
    ("改造照明1260间。", "完成招标采购。", "5月24日已挂网，9月17日开标。10月集中安装，12月25日前完成。", "likely"),
    # places of which just what is asked is told as ended count by their names
    ("大中修道路6条。", "3条完成管线迁改。", "焦化路、河堤路、铁西路管线迁改已结束，10月上旬起围挡铣刨。", "met"),
    # those that passed an appraisal which nobody asks for leave none of the built ones open; floors done are a height
    (
        "建成示范片区3个。",
        "8月底前3个片区建成并申报市级评估。",
        "3个片区都已建好，甲河、乙水两个通过了市级评估，丙庙片区市里排在9月2日评。",
        "met",
    ),
    # a step put off beyond the plan's day is late though the end is not, also of a place that nothing else is named of
    (
        "改造供热管网13公里。",
        "8月25日前回填完毕、打压合格。",
        "一级网5公里、二级网7公里已回填打压。丙路1公里补偿一直在谈，管沟目前敞着，争取9月12日前打压，不影响供热。",
        "missed",
    ),
    # what is promised of the rest, and counted, must suffice
    ("开展培训2000人次。", "培训900人次。", "结业412人，9月下旬还有4个班160人结业。", "short"),
    # of a later stage, what is put off beyond its day by its own is late
    (
        "改建幼儿园4所。",
        "6月底完成施工招标，12月底前具备办园条件。",
        "甲镇幼儿园、乙镇二幼装修完成；丙镇幼儿园砌体完成；丁村三幼主体封顶，按合同明年3月交付。",
        "met short",
    ),
    # a part of the things is not done where some of it is, nor something at it
    (
        "改造老旧小区26个、楼房118栋。",
        "8月底前26个小区楼体部分全部完工。",
        "26个小区5月初全部进场。楼体96栋已做完；庭院道路完成21个小区，甲南小区等5个小区正在铺砖。",
        "missed",
    ),
    (
        "改造老旧小区26个、楼房118栋。",
        "8月底前26个小区楼体部分全部完工。",
        "26个小区5月初全部进场。楼体防水已做完；庭院道路完成21个小区，甲南小区等5个小区正在铺砖。",
        "missed",
    ),
    # by how many they have become fewer is what is asked where they are to; a share of all of a kind is none of it
    ("化解大班60个。", "8月底前化解大班60个以上。", "大班由91个减到27个，占全县班级总数的1.7%。", "met"),
    ("化解大班60个。", "8月底前化解大班60个以上。", "大班由91个减到37个，占全县班级总数的2.7%。", "missed"),
    # nearly all can be there in time and none is stuck: that is asked about; not where many have no day
    ("新建凉亭50个。", "9月底前全部完工。", "凉亭立起38个，基础打好9个，另3个等杆线移位。", "likely"),
    ("新建凉亭50个。", "9月底前全部完工。", "凉亭立起28个，基础打好9个，另13个等杆线移位。", "short"),
    # what is still needed takes its time from now, or from the day that it is told to run from; not so of each one
    ("新建雨量站10个。", "10个通过验收。", "10个都建好，须观测60天再验收，已观测45天。", "likely"),
]


@pytest.mark.parametrize(("target", "plan", "progress", "outcomes"), PLANS)
def test_plan_is_answered(target: str, plan: str, progress: str, outcomes: str, norms: Norms) -> None:
    """Each thing that a plan asks for is met, likely, short, missed or silent by the words that speak of it."""
    assert " ".join(check.outcome for check in reading(norms, target, plan, progress).plan) == outcomes


DEADLINES = [
    # with a day of the item's own and no plan, the targets themselves are asked by that day
    ("改造小区12个。", "已完工12个。", date(2025, 8, 25), "met"),
    ("改造小区12个。", "已完工9个。", date(2025, 8, 25), "missed"),
    ("改造小区12个。", "已完工3个，在建9个，拟于12月完工。", date(2025, 10, 31), "short"),
    ("建体育馆。", "正在进行桩基施工。", date(2025, 9, 30), "short"),
    # what a target dates itself is asked by then, the rest by the year's end
    ("改造小区22个；8月底前全部开工，完成总工程量40%。", "累计开工19个，完成总工程量27%。", None, "missed missed"),
    ("安装路灯3000盏(年中调整为2400盏)。", "安装2150盏。", None, ""),
    # the end of the year is what the calendar holds them against anyway
    ("改造小区12个。", "已完工9个。", date(2025, 12, 31), ""),
]


def test_a_plan_missed_by_next_to_nothing_is_not_failed_outright(norms: Norms) -> None:
    """On the due day 3986 of 4000 is likely but in doubt, 3900 is missed but in doubt, 3600 is missed."""
    period = Period(date(2025, 9, 30), date(2025, 7, 1), date(2025, 9, 30))
    for number, outcome in (("3986", "likely"), ("3900", "missed"), ("3600", "missed")):
        item = Item(1, plan=Cell(text="更换4000户。"), progress=Cell(text=f"已更换{number}户。"))
        (check,) = read(item, period, norms).plan
        assert check.outcome == outcome
        assert check.doubtful is (number != "3600")


def test_what_began_in_the_year_is_held_to_its_own_pace(norms: Norms) -> None:
    """A campaign of which two weeks bring two fifths is not behind the calendar, one from January is."""
    for begun, outcome in (("8月17日启动接种，", "likely"), ("", "short")):
        (check,) = reading(norms, "免费接种2600人。", "", f"{begun}截至8月31日已接种1043人。").target
        assert check.outcome == outcome


@pytest.mark.parametrize(
    ("begun", "outcome"), [("", "likely"), ("2月10日启动，", "likely"), ("7月10日启动，", "short")]
)
def test_a_month_alone_is_that_of_the_months_since_the_beginning(begun: str, outcome: str, norms: Norms) -> None:
    """A month's number is taken for every month from the day on which the text says that it began."""
    item = Item(no=1, target=Cell(text="抽检3000批次。"), progress=Cell(text=f"{begun}8月份抽检300批次。"))
    assert [check.outcome for check in read(item, Period(date(2025, 8, 31)), norms).target] == [outcome]


@pytest.mark.parametrize(("target", "progress", "due", "outcomes"), DEADLINES)
def test_targets_are_asked_by_the_items_own_day(
    target: str, progress: str, due: date | None, outcomes: str, norms: Norms
) -> None:
    """An item that has a deadline and no plan is held to its target by that day."""
    item = Item(no=1, target=Cell(text=target), progress=Cell(text=progress), due=due)
    checks = read(item, Period(AUGUST.as_of), norms).plan
    assert " ".join(check.outcome for check in checks) == outcomes
    assert all(check.requirement.due == (due or AUGUST.as_of) for check in checks)


WORKS = [
    ("九年一贯制学校，54班，用地82亩", "已竣工备案，9月1日投入使用", "2025年8月", "met"),
    ("12幢高层1260套，配建车位1100个", "8幢主体封顶，其余施工至14层", "2026年12月", "likely"),
    ("建筑面积1.9万平方米，含游泳馆", "施工单位进场，正在清表", "2025年10月", "short"),
]


@pytest.mark.parametrize(("size", "progress", "day", "outcome"), WORKS)
def test_a_day_for_the_end_of_works_asks_for_the_works(
    size: str, progress: str, day: str, outcome: str, norms: Norms
) -> None:
    """Beside 计划开工/竣工时间 a target that only gives sizes asks for the works by then, in whatever year."""
    due = {"2025年8月": date(2025, 8, 31), "2026年12月": date(2026, 12, 31), "2025年10月": date(2025, 10, 31)}[day]
    cells = (("计划开工/竣工时间", Cell(text=f"2024年3月/{day}")),)
    item = Item(no=1, target=Cell(text=size), progress=Cell(text=progress), due=due, extra=cells)
    read_ = read(item, Period(AUGUST.as_of), norms)
    assert [check.outcome for check in read_.plan] == [outcome]
    assert [check.requirement.words for check in read_.target] == [f"计划开工/竣工时间:2024年3月/{day}"]


def test_what_is_counted_is_asked_by_the_day_of_the_works_too(norms: Norms) -> None:
    """Beside 竣工(计划) a number that the report counts is asked by that day, not by the year's end."""
    cells = (("竣工(计划)", Cell(text="2025年8月")),)
    target, progress = Cell(text="新增泊位300个"), Cell(text="新增泊位180个")
    item = Item(no=1, target=target, progress=progress, due=date(2025, 8, 31), extra=cells)
    found = {check.requirement.words: check.outcome for check in read(item, Period(AUGUST.as_of), norms).target}
    assert found["新增泊位300个"] == "missed"


TARGETS = [
    # what is issued is there, from whatever day it holds
    ("出台《甲类补助办法》。", "办法已以乙政办发〔2025〕9号文下到各镇，10月1日起施行。", True),
    ("出台《甲类补助办法》。", "办法初稿修改完毕。", False),
    # a sign each is so many of those who have one
    ("评选示范户100户。", "103块牌子已挂到各家门口。", True),
    ("评选示范户100户。", "83块牌子已挂到各家门口。", False),
    ("评选示范户100户。", "103块牌子正在制作。", False),
    # all places taken are those of people who are to come yet
    ("开通专线8条。", "8条线都报满了人，9月1日早上发第一班。", False),
    # classes are no places for pupils; those that are approved are
    ("新建幼儿园，新增学位270个。", "8月28日开园，核定学位270个，现有6个班168名幼儿在园。", True),
    # not all are covered where one of them is not
    ("新建充电桩120个，乡镇全覆盖。", "建成126个，11个乡镇里覆盖了10个。", False),
    ("新建充电桩120个，乡镇全覆盖。", "建成126个，11个乡镇全部覆盖。", True),
    # a part that is in use, with others to come, is not the whole
    ("甲院新院区投入使用。", "门诊9月2日开诊。住院部定于9月26日分三批转运。", False),
    # the places of rooms are not added to the rooms
    ("新增托位90个，其中公办园托班托位30个。", "新增托位91个。6所公办园开设托班3个、提供托位28个。", False),
    ("新增托位90个，其中公办园托班托位30个。", "新增托位91个。6所公办园开设托班3个、提供托位31个。", True),
    # a total of the year so far outweighs a part of one kind that names the thing
    (
        "举办招聘活动120场。",
        "面向高校毕业生办系列招聘，其中4场改到线上；送岗进村12场。今年累计已办131场，其中线上47场。",
        True,
    ),
    # what is kept to replace faulty ones is no rest
    ("为400户老人安装烟感。", "400户安装任务已经完成，剩余20只留作坏件更换。", True),
    ("为400户老人安装烟感。", "400户安装任务已经完成，剩余20只待补装。", False),
    # what is set up is not in use where what comes yet is told with its day
    ("改造护理床位120张并投入使用。", "120张护理床摆好了，老人9月上旬接回。", False),
    ("改造护理床位120张并投入使用。", "120张护理床摆好了，老人8月上旬入住。", True),
    # a rate of all is told by all of those that it is of
    ("参保率不低于75%，困难群众参保率100%。", "参保率76.8%；困难群众827人由财政代缴。", False),
    ("建制村通客车率100%。", "全县87个建制村都通了客车。", True),
    # what opens once something else is done is to come; pipes that go through are none of the road
    ("打通甲创路、乙口街2条断头路。", "甲创路：8月18日交工验收。乙口街：雨污水、电力管线全线贯通，路基做完。", False),
    ("甲创路建成通车。", "甲创路交工验收，信号灯接电后放行。", False),
    # 开了工 is no more than a beginning; 剩7个 is a rest
    ("抗震改造260户。", "260户都开了工，竣工226户。", False),
    ("建设通信基站36个。", "36个站的铁塔都已立起，开通29个，剩7个等电力引入。", False),
    # those who wish for it, and what is drawn up for each, are not there
    ("安装烟感1500户。", "入户排摸，登记意愿户1832户；完成安装436户。", False),
    ("化解12个小区登记遗留问题。", "12个小区均已制定方案，5个小区完成登记。", False),
    ("开设托管班30个。", "报名1260人，编班32个，7月7日统一开班。", False),
    # a daily capacity is no number of the works
    ("建成日处理100吨垃圾处理厂。", "处理厂已建成，日均处理48吨。", True),
    # two numbers with one verb add up, another way of doing does not; a comparison counts nothing
    ("新(改)建公厕15座。", "新建6座、改建9座均已对外开放。", True),
    ("新建污水管网48公里。", "新建污水管网38.5公里，另修复老旧管网12.7公里。", False),
    ("建设“就业之家”20家。", "建成“就业之家”22家并正常开放，比年初任务多2家。", True),
    # only what reaches the use that is asked for claims it; what is to begin on a day is not held
    ("完成图书馆改造并重新开放。", "图书芯片加装完成，自助借还机安装完毕，馆内通风中。", False),
    ("举办半程马拉松。", "赛道丈量已完成，8000个名额已报满，定于10月27日鸣枪开赛。", False),
    # a range of lines that are opened; a surface that waits for its lines
    ("开通夜间公交线路5条。", "夜1路至夜5路已于8月13日前陆续开通。", True),
    ("新改建运动场9片。", "7片完工并交付使用，另外2片面层已铺设，养护期满后划线即可投用。", False),
    # rooms refitted for something new leave it open while it goes on; what was settled for whom is not paid
    ("新增急救站点2个。", "甲塘急救站6月投用。乙岭急救站用房改造完成，正在开展人员培训，计划10月挂牌。", False),
    ("建成拆解中心1座。", "拆解中心厂房改造完成，破碎生产线完成招标并签订合同。", False),
    ("在8所学校建设资源教室。", "8所学校场地改造完成；设备采购合同签订中。", False),
    ("改造急救站点2个。", "甲塘急救站6月投用。乙岭急救站改造完成，正在开展人员培训，计划10月挂牌。", True),
    ("发放用电补贴1.1万户。", "对象核定完成，共11073户，补贴资金安排在11月份发放。", False),
    # a part asked for as such is answered by parts; what a target is for, and a spare rest, ask no more
    ("新建分布站点220个，其中电梯点位80个。", "累计建成228个，其中电梯点位61个。", False),
    ("新建分布站点220个，其中电梯点位60个。", "累计建成228个，其中电梯点位61个。", True),
    ("治理照明暗区，安装路灯1600盏。", "已安装路灯1688盏。", True),
    ("打水源井8眼。", "8眼井全部成井，已供水，其余作备用。", True),
    # numbers told respectively add up
    ("建成养老综合体2家，设床位90张。", "甲街、乙街2家综合体均已运营，床位分别为46张、48张。", True),
    ("建成养老综合体2家，设床位90张。", "甲街、乙街2家综合体均已运营，床位分别为46张、38张。", False),
    # what has arrived is not handed out; what only makes ready is none; complaints are no places; titles are awarded
    ("配发手环800个。", "800个手环已到货并通过抽检，8月起陆续发放。", False),
    ("配发手环800个。", "800个手环已到货并全部发放。", True),
    ("新增教学点15个。", "15个教学点场地、师资均已落实。", False),
    ("整治油烟扰民点位60个。", "受理油烟投诉128件，办结121件。", False),
    ("创建宁静小区5个。", "5个小区均完成整改和自评，申报材料已上报，市级评估9月进行。", False),
    ("创建宁静小区5个。", "5个小区均完成整改和自评，全部通过市级评估。", True),
    # those entitled are served where all the money is paid
    ("发放补贴1200万元，惠及企业900家。", "审核通过企业968家；资金1274万元已全部拨付到企业账户。", True),
    ("发放补贴1200万元，惠及企业900家。", "审核通过企业968家；资金1274万元正在拨付。", False),
    # the homes are there, whatever is left of their money; new ones and improved ones are asked for together
    ("改造危房86户。", "86户已全部竣工。补助资金发放79户，余下7户正在核对账号。", True),
    ("新建(提升)服务站点20个。", "新建14个，提升9个，均已上线地图。", True),
    ("建成影像、检验、病理三大共享中心。", "影像、检验中心已运行。病理中心正在安装设备。", False),
    # lines that are told by the first and the last of them
    ("开通公交专线5条。", "空港1线至空港5线均已开通。", True),
    ("开通公交专线5条。", "已开通空港1线，由1线至5线换乘点运营。", False),
    # visits by another name are no people who are asked for; by their own they may be
    ("配备心理健康教师20名。", "招聘公告已发布，辅导中心接待来访咨询38人次。", False),
    ("开展船员培训2600人。", "全年开班54期，培训2718人次。", True),
    # what others spend is not what is given out
    ("发放文旅消费券600万元。", "首期150万元已发放，带动景区消费620余万元。", False),
    # a claim in other words of the end, or of the use
    ("购置客运车12辆并投入运营。", "12辆客车已上牌，2月9日起投入春运。", True),
    ("改造低电压台区60个。", "改造完毕。", True),
    # a list of names, sections put out to tender, a payment still to come: none of them is the thing
    ("完成清洁取暖改造1800户。", "改造名单已核定公示，共1812户。", False),
    ("硬化通组公路62公里。", "62公里分3个标段，2月6日全部完成招标。", False),
    ("输送劳动力6000人，兑付交通补贴。", "输送6284人。交通补贴正在受理申报，10月起分批兑付。", False),
    ("新辟公交线路3条，延长夜间线路2条。", "W1、W2、W5线均已开通；夜2路、夜6路末班车延至23:00。", True),
    # those that no longer count are taken off; what is finished is open to traffic
    ("为640名渔民发放养老补贴。", "补贴8月10日发放完毕，共637人，另3人因死亡、户籍外迁核减。", True),
    ("为640名渔民发放养老补贴。", "补贴8月10日发放完毕，共637人。", False),
    ("为640名渔民发放养老补贴。", "补贴已发放，共437人，另203人因户籍外迁核减。", False),
    ("大中修环岛公路14.5公里。", "已完工通车。", True),
    # the first round of several, a course without its certificate, what is only looked at: none is the thing
    ("为3200名女生接种HPV疫苗。", "首针接种3304人。", False),
    ("为3200名女生接种HPV疫苗。", "首针接种3304人，第二针接种3250人。", True),
    ("为3200名女生接种HPV疫苗首针。", "首针接种3304人。", True),
    ("新增持证救护员5000人。", "救护员培训5326人，其中取得证书4118人。", False),
    ("实施窝沟封闭3500人。", "完成口腔检查3918人，其中实施封闭2704人。", False),
    # what is opened to all is there once it is open; homes are counted by households; all are a rate of all
    ("推动25家单位停车场向社会免费开放。", "现已开放27家。", True),
    ("新增配租公租房200套。", "208户家庭选房，钥匙全部交付。", True),
    ("办理护工补贴保险，参保率100%。", "特殊家庭1596人已全部投保。", True),
    ("发放地力保护补贴，惠及农户5.2万户。", "补贴已发放完毕，涉及农户5.24万户。", True),
    ("提升残疾人之家5家。", "5家全部完成提升并通过今年星级评定，其中四星3家、三星2家。", True),
    # what is joined to the number is asked of all that are counted
    ("建成小区40个，并接入公安平台。", "40个小区均已建成，其中38个接入公安平台。", False),
    ("建成小区40个，并接入公安平台。", "40个小区均已建成，接入公安平台41个。", True),
    # a floor of several, a start that is all done, a step told of some in brackets: none is the whole
    ("教学楼（五层）主体完工。", "四层顶板浇筑完成，五层柱筋绑扎中。", False),
    ("教学楼（五层）主体完工。", "五层顶板浇筑完成，主体封顶。", True),
    ("新开工住房1200套，基本建成800套。", "新开工1286套，开工任务已完成。基本建成746套。", False),
    ("完成20公里农村公路改造。", "项目完成。", True),
    ("完成20公里农村公路改造。", "前期工作已完成。", False),
    ("改造小区12个。", "12个小区全部开工。", False),
    ("年内开工改造小区12个。", "12个小区全部开工。", True),
    ("建老年食堂8家。", "除甲食堂外，其余7家均已开业。", False),
    ("改造300户。", "30户已全部完成，提前完成年度目标。", False),
    ("新建公园14个；6月底前建成6个。", "建成6个；在建5个；剩余3个因管线避让调整方案。", False),
    ("建步道4公里、驿站3座。", "整体完工，已对外开放。", True),
    ("天然气入户600户。", "甲村326户已全部通气，剩余的乙村待12月份通气。", False),
    ("新增急救站2个。", "城东、城西急救站5月12日起投入运行。", True),
    ("新开、优化公交线路5条。", "新开8路、K5路，优化3路、12路、29路。", True),
    ("建设影像平台，接入医院22家。", "平台已建，接入22家，7月通过验收。", True),
    ("抽检2100批次。", "完成抽检2043批次，检出不合格2300批次。", False),
    ("建幼儿园6所。", "6所共投入541万元，工程进度87.2%。", False),
    ("培训400名。", "培训550人。", True),
    # doses of which each gets two are no persons; what all places are told to have, with their number, covers them
    ("疫苗全程接种38万人。", "累计接种55.7万剂次，其中第一剂33.9万人、第二剂21.8万人。", False),
    ("义务教育学校课后服务全覆盖。", "63所义务教育学校课后服务已全部开展。", True),
    ("义务教育学校课后服务全覆盖。", "63所义务教育学校课后服务已全部开展，其余2所教学点尚未开展。", False),
    ("村卫生室全覆盖(9个)。", "九个村都有了卫生室。", True),
    ("建成老年食堂15个。", "15个食堂均已建成营业，其中4个停业。", False),
    ("新增学位4500个，其中甲校1620个、乙校2880个。", "两校开学，提供学位4500个。", True),
    ("新建医院，2027年投用。", "基础工程完成50%。", False),
    ("建成托育中心。", "装修结束，消防验收通过，正在办理备案，预计9月底挂牌。", False),
    ("建成托育中心。", "装修结束，通过竣工验收，正在办理备案，预计9月底挂牌。", True),
    ("医院综合楼投入使用。", "门诊部完成搬迁并接诊；住院部正在搬迁，10月15日前搬完。", False),
    ("新建体育馆。", "临时道路、项目部板房已建成。", False),
    ("新建水库。", "导流洞已贯通，坝基开挖完成。", False),
    ("建成康复楼。", "主体、装修全部完成，通过环保验收，12月底开诊。", False),
    ("建成公园18个，12月底前建成。", "18个已全部建成，其中11个移交社区管养。", True),
    ("新建口袋公园8个。", "8个口袋公园项目已完成。甲、乙、丙、丁4个建成开放，其余4个完成土方造型。", False),
    ("改造小区31个。", "楼本体31个小区都干完了。管线部分完成27个，还有4个面层没铺。", False),
    ("适老化改造260户。", "已完工验收274户(含2024年结转42户)。", False),
    ("改造供热管网18公里(一次网7公里、二次网11公里)。", "一次网改造7.2公里，二次网改造11.6公里，已正常供热。", True),
    ("新增急救站点2个、救护车4辆。", "桃林街道站、石咀镇站改造完成；4辆救护车已上牌。", True),
    ("提升农村公路80公里，改造桥梁15座。", "道路已完成80.3公里；15座桥梁主体完工，均已通车。", True),
    # each clause has its own verb; given out in three turns is given out; opening is what is asked
    ("新增绿化1.5万平方米，栽植灌木20万株。", "累计实施绿化1.62万平方米，栽植灌木21.4万株。", True),
    ("发放消费券2000张。", "2000张消费券分三批发放完毕，核销1836张。", True),
    ("在10个乡镇开设教学点。", "10个乡镇教学点均已开班。", True),
    ("招录乡村医生24名。", "报名97人，资格审查通过81人。", False),
    # how large the things are is no number of them; coverage beside a count is no step
    ("拆除城区10蒸吨以下燃煤锅炉31台。", "31台已拆除。", True),
    ("建成服务站180个，实现行政村全覆盖。", "180个行政村服务站全部建成运营。", True),
    # what is set up is still being built
    ("新建人行天桥3座。", "甲路、乙路、丙街3座天桥钢梁已吊装就位，正在进行桥面铺装。", False),
    ("培育民宿30家。", "34家提交申请，县级评审已结束。", False),
    ("新建幼儿园，9月建成投用。", "室内装修完成，不影响秋季开园。", False),
    # chosen, filed or signed is not done; what is accepted next is ready for it at most
    ("煤改电改造2400户。", "已确定甲家堡、乙沟、丙河等9个村2417户。", False),
    ("创建示范机构2家。", "2家示范机构材料已报市局，等待评审。", False),
    ("打造米市街特色街区，引进老字号商户50家。", "沿街立面全部完工，签约商户37家，7月26日起试运营。", False),
    # the whole answers nothing that is asked of a part
    ("新增泊位1500个，其中学校、医院周边不少于400个。", "累计新增1624个，其中学校、医院周边312个。", False),
    ("水库除险加固通过竣工验收。", "已具备竣工验收条件。", False),
    # a fence is no beginning while the permit is applied for
    ("开工建设医院综合楼。", "施工合同已签订，围挡搭设完成，施工许可证正在办理。", False),
    # what is saved is no share of what is done
    ("推行“一件事”15项。", "已上线企业开办、出生、退休、身后等17项，平均压减时限六成以上。", True),
    ("提高孤儿生活费标准：散居1500元以上，集中养育2000元以上。", "散居1540元、集中养育2050元，已执行。", True),
    # what was looked at or measured is not what is to be mended
    ("整治提升盲道30公里。", "排查建档工作已完成，设计方案已定稿。", False),
    ("开展40栋建筑外墙整治。", "40栋外墙检测全部做完，施工完成22栋。", False),
    ("新建城东初中，9月投入使用。", "学校已于9月1日投入使用，室外附属扫尾完成。", True),
    # buildings behind the ones that have come so far
    ("新建甲小学，年内主体封顶。", "教学楼、综合楼8月22日封顶，食堂及风雨操场完成二层梁板（共三层）。", False),
    # what places told one by one hold adds up, unless one of them is not open yet
    (
        "新增日间照料中心2家，托养老人60名。",
        "甲口街道照料中心5月运营，托养34名；乙沟街道照料中心6月9日开业，现托养29名。",
        True,
    ),
    ("新增托位90个。", "甲口托育园60个托位9月开园；乙沟托育园(40个托位)装修完成，正在办理许可。", False),
    # works whose end is put on file are done; a filing alone is no end
    ("打通绿道3.2公里。", "全线铺装、护栏全部完工，项目已竣工备案。", True),
    ("打通绿道3.2公里。", "绿道项目已完成备案。", False),
    # 待产 is no waiting
    ("设立孕产妇待产之家2处。", "2处待产之家均已投用，累计入住31人。", True),
    # a hull that is closed is no ship that is there
    ("更新渡船4艘。", "4艘渡船船体已合拢。", False),
    # all of a length is done where the thing is ended by its name, not where a step on the way is
    ("实施农村公路养护工程45公里。", "养护工程已完工。", True),
    ("实施农村公路养护工程45公里。", "养护工程招标已完成。", False),
    # those who have the good of it are those whom it reaches
    ("实施饮水安全提升，惠及18个屯5600人。", "18个屯供水工程全部建成通水，受益群众5741人。", True),
    # what is listed at a place is no place itself
    ("新建应急避难场所3处。", "甲口避难场所供水、供电、标识安装完毕并通过验收，其余2处平整场地。", False),
    # a number is of the thing that its noun ends with
    ("建设大学生创业基地3个，入驻团队150个。", "甲谷、乙湾、丙坊3个基地均已运营，入驻大学生创业团队168个。", True),
    ("建设大学生创业基地3个，入驻团队150个。", "甲谷、乙湾2个基地已运营，入驻大学生创业团队168个。", False),
    # those of a part that are done in its own way are among all that are asked for
    ("改造提升卫生室30家，其中新建8家。", "改造22家、新建8家均已完工启用。", True),
    ("改造提升卫生室30家，其中新建8家。", "改造22家均已完工启用。", False),
    ("改造提升卫生室30家，其中新建8家。", "改造19家、新建8家均已完工启用。", False),
    # two ways of one number add up; no gap (没有缺口) leaves nothing; all joined is all there; 千人口 is a density too
    ("新打、维修机井260眼。", "维修188眼，新打79眼。", True),
    ("新打、维修机井260眼。", "维修188眼，新打59眼。", False),
    ("免费检查1.5万人。", "检查15226人，各镇任务没有缺口。", True),
    ("64所学校一键报警与公安联网。", "全部联网。", True),
    ("新增托位450个，每千人口托位数达到3.6个。", "新增备案托位462个；千人口托位3.71个。", True),
    ("新增托位450个，每千人口托位数达到3.6个。", "新增备案托位462个；千人口托位3.51个。", False),
    # as many numbers as are asked for, in their order, the others by name
    ("送戏120场，公益电影2000场。", "送戏126场，放映2071场。", True),
    # what a target ends with is asked of all that it names before
    ("新建甲镇小学，新增学位900个，秋季学期投用。", "甲镇小学8月30日启用。提供学位920个。", True),
    ("新建甲镇小学，新增学位900个，秋季学期投用。", "甲镇小学主体完工。提供学位920个。", False),
    # a title is not there before its result is, however high the score; works end on a day
    ("创成甲级卫生院5家。", "专家组8月15日来区，5家得分都在900分以上，结果待公示。", False),
    ("新增供热面积3万平方米，改造供热管网6公里。", "管网改造8月21日结束。新增面积3.2万平方米。", True),
    # a new standard that is applied, and the difference paid with it, are what is to be raised and paid back
    ("养老金每人每月提高5元，补发到位。", "新标准8月份起执行，1至7月差额随8月养老金一并打到卡上。", True),
    ("养老金每人每月提高5元，补发到位。", "新标准正在核定。", False),
    # a bare number of just as many as are asked for is of them, whatever is measured beside it
    ("绿化边坡12处，面积18万平方米。", "12处共18.3万平方米全部完工。8月17日完成初验。", True),
    # one that came late is there too
    ("改造文化站3个。", "3个文化站都已改造完，甲站收尾拖了几天，8月3日开放。", True),
    # kinds side by side are no sum for the one of them that is asked for as a part
    ("新增托位420个，其中公办托位不少于170个。", "新增托位431个，公办126个、民办普惠305个。", False),
    # what a task is said to be of is not done by that
    ("新开工安置房620套、基本建成480套。", "甲园623套已开工。基本建成任务为乙园480套，室内抹灰扫尾。", False),
    # what is left of complaints that came in since is none of what was asked
    ("对3120户室温不达标用户整改。", "台账3120户全部整改到位。又接到投诉147件，办结139件，其余8件调平后复测。", True),
    # a named road in use is all of its length
    ("新建甲大道3.6公里，年内通车。", "8月26日上午，首辆公交车驶过甲大道全线。", True),
    # of one thing of several buildings all are to be there; a part of the works is not the thing
    ("新建甲医院1所。", "门诊楼8月10日开诊，住院楼还在装氧气管道。", False),
    ("新建甲水厂1座。", "8月1日起，北片12万居民已喝上甲水厂的水。", True),
    ("新建甲水厂1座。", "管道打压中，村民盼着早日喝上甲水厂的水。", False),
    # what is struck off the books is done, the faults that were found are not it
    ("完成甲河黑臭水体治理。", "8月12日经两部门核查销号。", True),
    ("改造甲楼消防设施。", "检查发现的问题整改后经复核销号。", False),
    ("新建养老服务站6个。", "6个站点用房已由街道交付，4个已动工。", False),
    # a rate of all is told by all of those that it is of
    ("参保率不低于75%，困难群众参保率100%。", "参保率76.8%；困难群众827人由财政代缴，一个不落。", True),
    # of things listed that all are to get, the one that fewest got counts
    ("为1万名妇女提供宫颈癌、乳腺癌筛查。", "宫颈癌筛查10218人；乳腺癌筛查9764人。", False),
    ("为1万名妇女提供宫颈癌、乳腺癌筛查。", "宫颈癌筛查10218人；乳腺癌筛查10064人。", True),
]


@pytest.mark.parametrize(("target", "progress", "met"), TARGETS)
def test_target_is_met_only_as_a_whole(target: str, progress: str, met: bool, norms: Norms) -> None:
    """An annual target is met by all of its numbers or a claim of the whole, never by a step, a place or a part."""
    assert reading(norms, target, "", progress).target_met is met


def test_a_step_of_the_target_is_there_where_the_plans_same_step_is(norms: Norms) -> None:
    """秋季学期投用 is named by no words of its own where the plan's 9月开学投用 is met; one not met leaves it open."""
    target, plan = "新建甲幼儿园、扩建乙小学，新增学位1290个，秋季学期投用。", "7月底竣工，8月投用。"
    told = "甲幼儿园8月20日开园；乙小学8月25日启用。两校合计提供学位1320个。"
    assert reading(norms, target, plan, told).target_met
    assert not reading(norms, target, plan, told.replace("8月25日启用", "正在装修")).target_met


def test_what_a_target_ends_with_is_not_there_while_it_is_to_come(norms: Norms) -> None:
    """Also where another cell says so: those who are to move in have not moved in."""
    target, told = "孵化基地建成，首批团队入驻。", "装修验收通过，入驻公告已发布。"
    assert not reading(norms, target, "", told, problem="公示后签约，预计12月初入驻。").target_met
    assert reading(norms, target, "", told + "首批团队已入驻。").target_met


def test_what_is_done_by_the_plan_does_not_meet_the_target(norms: Norms) -> None:
    """已按计划完成 meets the plan that stands beside it; where there is none it is said of the target."""
    assert reading(norms, "新增视频监控600路。", "签订采购合同。", "已按计划完成。").target_met is False
    assert reading(norms, "新增视频监控600路。", "", "已按计划完成。").target_met is True


def test_a_part_of_the_works_that_a_plan_asks_for_is_not_the_whole(norms: Norms) -> None:
    """园区道路完工 meets the plan; the cemetery is built where it is told itself, or no work is told to go on."""
    target, plan = "建成公墓一期。", "园区道路完工。"
    told = [reading(norms, target, plan, words) for words in ("园区道路完工，墓穴安装60%。", "公墓一期已完工。")]
    assert [(read_.plan_met, read_.target_met) for read_ in told] == [(True, False), (True, True)]


def test_an_approval_that_a_target_asks_for_is_there_once_it_is_told(norms: Norms) -> None:
    """Of what a target asks for in words an approval alone stands by being told; a start of it, or works, do not."""
    works = reading(norms, "完成改造，通过救治中心评审。", "", "改造完成，设备装好、调试正常。评审材料已上报。")
    assert [check.outcome for check in works.target] == ["met", "likely"]
    assert not works.target_met
    told = reading(norms, "年内通过景观质量评审。", "", "6月通过省文旅厅组织的景观质量评审。")
    begun = reading(norms, "年内通过景观质量评审。", "", "景观质量评审材料已上报。")
    assert [check.outcome for check in (*told.target, *begun.target)] == ["met", "likely"]


@pytest.mark.parametrize(
    ("target", "progress"),
    [
        ("举办迎春花市和元宵灯会。", "迎春花市设档位420个。两项活动均已圆满结束。"),
        ("春节前向低保家庭发放慰问金。", "1月22日已全部发放到户，惠及2864户。"),
    ],
)
def test_a_claim_of_all_the_events_or_homes_is_of_the_whole(target: str, progress: str, norms: Norms) -> None:
    """两项活动均已结束 and 全部发放到户 meet a target that counts nothing."""
    assert [check.outcome for check in reading(norms, target, "", progress).target] == ["met"]


@pytest.mark.parametrize("problem", ["2座锅炉房拟于2026年非供暖期拆除。", "剩余2座锅炉房明年春季实施，已列入计划。"])
def test_a_rest_that_is_put_beyond_the_year_fails_the_target(problem: str, norms: Norms) -> None:
    """Just the rest, told in whatever cell to come after the year, is late; another number told so is not the rest."""
    told = reading(norms, "拆除锅炉房9座。", "", "已拆除7座。", problem=problem)
    assert [(c.outcome, c.promised is not None) for c in told.target] == [("missed", True)]
    other = reading(norms, "拆除锅炉房9座。", "", "已拆除7座。", problem=problem.replace("2座", "4座"))
    assert "missed" not in [check.outcome for check in other.target]


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        ("修复红树林80公顷。", "missed"),
        ("修复红树林80公顷，2027年完成。", "likely"),
        ("修复红树林80公顷（工期30个月）。", "likely"),
    ],
)
def test_a_target_that_names_a_later_year_is_not_missed_in_this_one(target: str, outcome: str, norms: Norms) -> None:
    """At the year's end a target holds until the day, or the length of works, that it names itself."""
    item = Item(no=1, target=Cell(text=target), progress=Cell(text="修复27.3公顷。"))
    told = read(item, Period(date(2025, 12, 31), date(2025, 10, 1), date(2025, 12, 31)), norms)
    assert [check.outcome for check in told.target] == [outcome]


def test_works_longer_than_a_year_may_be_due_on_a_leap_day(norms: Norms) -> None:
    """A deadline of 29 February is put off to the last day of the next February."""
    item = Item(no=1, target=Cell(text="修复红树林80公顷（工期30个月）。"), deadline=date(2024, 2, 29))
    told = read(item, Period(date(2024, 3, 31), date(2024, 1, 1), date(2024, 3, 31)), norms)
    assert [check.requirement.due for check in told.target] == [date(2025, 2, 28)]


def test_a_target_that_only_asks_to_go_on_is_not_missed(norms: Norms) -> None:
    """At the year's end 推进 has been kept where the works go on; what is to be built by then is missed."""
    year_end = Period(date(2025, 12, 31), date(2025, 10, 1), date(2025, 12, 31))
    cells = {"plan": Cell(text="主体结构完成60%。"), "progress": Cell(text="主体结构累计完成63%。")}
    asked = ("推进下穿通道工程建设。", "建成下穿通道。")
    told = [read(Item(no=1, target=Cell(text=words), **cells), year_end, norms).target for words in asked]
    assert [check.outcome for checks in told for check in checks] == ["likely", "missed"]


def test_what_waits_for_another_step_is_still_to_come(norms: Norms) -> None:
    """Of two payments asked for by name one that waits (待资金下达后发放) leaves the target unmet."""
    told = reading(norms, "地力补贴、稻谷补贴发放到户。", "", "地力补贴已全部发放到户；稻谷补贴待省级资金下达后发放。")
    assert "met" not in [check.outcome for check in told.target]


def test_a_share_is_final_once_its_season_is_over(norms: Norms) -> None:
    """A share of those insured that falls short can no more grow when the time to join is over."""
    told = reading(norms, "“惠民保”参保率达到75%以上。", "", "今年度集中参保已结束，参保率71.2%。")
    assert [check.outcome for check in told.target] == ["short"]


def test_rate_by_name_outweighs_rate_of_completion(norms: Norms) -> None:
    """A rate that is told by the name asked for answers, and not the column that tells how far the task has come."""
    read_ = reading(norms, "家庭医生签约率年底达到75%。", "", "签约18.6万人，签约率73.2%。", rate="97.6%")
    assert not read_.target_met


def test_unit_column_of_status_is_read(norms: Norms) -> None:
    """The rate and status columns speak for the item as its progress does."""
    read_ = reading(norms, "投资3000万元。", "", "正在施工。", rate="完成36%", status="滞后")
    assert [check.outcome for check in read_.target] == ["short"]
    assert read_.saying(norms.phrases.slow)


GRADES = [
    # the worst grade decides, the mean where a mean is asked for; a season of months is still to come
    ("河道水质达到Ⅳ类。", "3条河道均达Ⅳ类。", "甲河、乙河Ⅲ类，丙河Ⅴ类。", "short"),
    ("河道水质达到Ⅳ类。", "3条河道均达Ⅳ类。", "甲河、乙河Ⅲ类，丙河Ⅳ类。", "met"),
    ("断面水质均值达到Ⅲ类。", "断面水质均值达到Ⅲ类。", "8月断面为Ⅳ类，1-8月均值为Ⅲ类。", "met"),
    ("断面水质均值达到Ⅲ类。", "8月断面水质达到Ⅲ类。", "8月断面为Ⅳ类，1-8月均值为Ⅲ类。", "missed"),
    # of four rivers one is not told of; what is to be done away with is worse than V
    ("4条河道水质达到Ⅳ类。", "4条河道均达Ⅳ类。", "甲河、乙河Ⅲ类，丙河Ⅳ类，丁河氨氮2.3毫克/升。", "likely"),
    ("消除劣Ⅴ类水体。", "消除劣Ⅴ类水体。", "丙河仍为劣Ⅴ类。", "short"),
    ("消除劣Ⅴ类水体。", "消除劣Ⅴ类水体。", "各河道均为Ⅴ类及以上。", "met"),
]


@pytest.mark.parametrize(("target", "plan", "progress", "outcome"), GRADES)
def test_grades_of_water_are_held_to_what_is_asked(
    target: str, plan: str, progress: str, outcome: str, norms: Norms
) -> None:
    """A grade of water is better the lower it is; the worst that is told of what is asked decides."""
    assert [check.outcome for check in reading(norms, target, plan, progress).plan] == [outcome]


def test_a_month_told_with_the_total_is_none_of_the_year(norms: Norms) -> None:
    """Of days counted the total is held to the year, the month to the month."""
    target, told = "全年优良天数不少于290天。", "8月1日至31日优良24天，全年累计208天。"
    assert [c.outcome for c in reading(norms, target, "", told).target] == ["likely"]
    assert [str(c.have) for c in reading(norms, target, "当月优良天数不少于23天。", told).plan] == ["24"]


def test_what_is_made_good_after_the_due_day_is_missed(norms: Norms) -> None:
    """10月10日前补齐本月任务, in the cell of problems, is of the plan, though it names nothing that is asked."""
    told = "路面累计完成91公里。"
    for problem, outcome in (("雨日多，计划10月10日前补齐本月任务。", "missed"), ("拌合站10月10日前检修。", "likely")):
        checks = reading(norms, "新改建公路110公里。", "路面累计完成95公里。", told, problem=problem).plan
        assert [check.outcome for check in checks] == [outcome]


def test_a_grade_of_water_is_not_done_before_the_year_is(norms: Norms) -> None:
    """A yearly grade that holds in August may still be lost."""
    assert not reading(norms, "断面水质年均值达到Ⅲ类。", "", "1-8月均值为Ⅲ类。").target_met


def test_a_time_at_which_works_go_on_promises_nothing(norms: Norms) -> None:
    """春节期间不停工 tells when works go on, not when they end, and so is printed as no promise."""
    told = reading(
        norms, "加固水库4座。", "4座完工。", "3座完工。", problem="1座进场晚，下步协调施工方春节期间不停工。"
    )
    assert told.promises == ()


def test_a_term_that_names_what_is_given_is_no_day(norms: Norms) -> None:
    """秋季学期助学 asks nothing by the first days of the term: what begins after them is not late."""
    item = Item(1, target=Cell(text="开展秋季学期助学1200人。"), progress=Cell(text="秋季学期开学后组织实施"))
    found = read(item, Period(date(2025, 5, 31), date(2025, 4, 1), date(2025, 6, 30)), norms)
    assert [check.requirement.source for check in (*found.plan, *found.target)] == ["target"]


def test_a_rate_that_lacks_next_to_nothing_can_come(norms: Norms) -> None:
    """64.8% of 65% is asked about where more than a month is left, and short where none is."""
    item = Item(
        1, target=Cell(text="规范管理率达65%。"), plan=Cell(text="达65%。"), progress=Cell(text="规范管理率64.8%")
    )
    for as_of, outcome in ((date(2025, 7, 31), "likely"), (date(2025, 8, 31), "short")):
        (check,) = read(item, Period(as_of, date(2025, 7, 1), date(2025, 9, 30)), norms).plan
        assert (check.outcome, check.doubtful) == (outcome, outcome == "likely")


@pytest.mark.parametrize(
    ("target", "plan", "progress", "outcome"),
    [
        ("安装预警设备80处。", "安装55处。", "80处点位完成踏勘，正在编制招标文件。", "short"),
        ("安装预警设备80处。", "安装55处。", "80处点位完成踏勘，供应商已中标。", "likely"),
        ("安装预警设备80处。", "安装55处。", "80处点位完成踏勘，正在编制招标文件，9月25日前安装完成。", "likely"),
        ("建设监测站点12个。", "安装到位并联网。", "已踏勘确定点位12个，采购文件编制中。", "short"),
        ("治理22个村生活污水。", "完工8个村。", "22个村实施方案已审议通过，EPC招标7月26日挂网。", "short"),
        ("治理22个村生活污水。", "完工8个村。", "22个村实施方案已审议通过，EPC招标7月26日定标。", "likely"),
    ],
)
def test_a_tender_still_open_may_take_long(target: str, plan: str, progress: str, outcome: str, norms: Norms) -> None:
    """Small works of two months are in time once they are awarded, or where a day is named; not with a tender open."""
    item = Item(1, target=Cell(text=target), plan=Cell(text=plan), progress=Cell(text=progress))
    told = read(item, Period(date(2025, 7, 31), date(2025, 7, 1), date(2025, 9, 30)), norms)
    assert [check.outcome for check in told.plan] == [outcome]


def test_two_things_joined_are_no_name_of_a_place(norms: Norms) -> None:
    """墓穴及道路 are things at one of two places, so that only one of them is built."""
    plan = "茶坪公墓墓穴及道路完工；白石坨公墓取得用地批复。"
    told = "茶坪公墓一期680个墓穴及道路完工，清明前可投用；白石坨公墓用地8月28日取得批复。"
    assert not reading(norms, "新建农村公益性公墓2处。", plan, told).target_met


def test_a_part_of_one_thing_is_not_all_of_it(norms: Norms) -> None:
    """Of a stadium whose track is done and open while the stands go on the target is not met."""
    plan, told = "8月底跑道完工，9月底看台改造完成。", "人造草坪、跑道8月22日完工，免费开放；看台座椅安装一半。"
    assert not reading(norms, "完成体育场改造。", plan, told).target_met


def test_classes_that_are_still_to_end_end_nothing(norms: Norms) -> None:
    """还有7个班结业 tells of a rest that is to come, not of the last of the training."""
    target = "补贴性培训2.6万人次。"
    (check,) = reading(norms, target, "", "1至8月完成21874人次。四季度学徒制还有7个班结业。").target
    assert check.outcome == "met" or "结束" not in check.text


def test_a_number_in_all_is_answered_by_what_was_done_in_all(norms: Norms) -> None:
    """Of 新开通2条，累计5条 the 今年已新开5条 answers both: that it names the deed takes nothing from the second."""
    told = reading(norms, "新开通公交线路6条。", "新开通2条，累计5条。", "先后开通108路、112路，今年已新开5条。")
    assert [check.outcome for check in told.plan] == ["met", "met"]


def test_what_was_begun_late_goes_by_its_own_pace(norms: Norms) -> None:
    """9月20日开针 tells from when doses are counted, so half of them in the half of that time is enough."""
    item = Item(
        1,
        target=Cell(text="接种疫苗2.6万剂次。"),
        plan=Cell(text="12月中旬完成。"),
        progress=Cell(text="9月20日开针，累计接种1.43万剂次。"),
    )
    (check,) = read(item, Period(date(2024, 10, 31), date(2024, 10, 1), date(2024, 10, 31)), norms).plan
    assert check.outcome == "likely"


def test_a_later_hour_is_no_delay(norms: Norms) -> None:
    """末班延后至23:30 tells of a timetable; 投用延后至11月 of the work."""
    hour = reading(norms, "优化公交线路8条。", "", "优化8条，末班延后至23:30。")
    month = reading(norms, "改造市场1个。", "", "正在施工，投用延后至11月。")
    assert [bool(told.saying(norms.phrases.slip)) for told in (hour, month)] == [False, True]


def test_what_is_held_is_not_built(norms: Norms) -> None:
    """5月底前建成 asks for the stations of a target, and not for the activities that it counts beside them."""
    told = reading(norms, "建设港湾10个，开展活动200场。", "8月底前建成。", "10个港湾建成挂牌。累计开展活动164场次。")
    assert [check.outcome for check in told.plan] == ["met"]


def test_heating_is_a_time_only_as_a_bound(norms: Norms) -> None:
    """供暖前 names a day; 具备供暖条件 tells of heating, so that nothing of it is put off."""
    told = "12所学校锅炉均已装好，逐校试运行，具备供暖条件。"
    assert [c.outcome for c in reading(norms, "完成12所学校取暖改造。", "设备安装调试到位。", told).plan] == ["met"]
    (check,) = reading(norms, "完成12所学校取暖改造。", "供暖前完成。", "11所已改造。").plan
    assert check.requirement.due == date(2025, 11, 14)
