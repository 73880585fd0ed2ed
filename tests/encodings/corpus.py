"""Short tables of people as secretaries write them: names, units, sectors and headers, invented, from a seed.

Simplified Chinese as the mainland writes it, with Mongolian names and some rare characters; traditional Chinese as Taiwan
and Hong Kong do; Latin with accents; Cyrillic.
"""
import random

SURNAMES = ("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
            "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文包额乌其那苗鄂阚")
GIVEN = ("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芝文华玉建国红梅雪春燕海波志鹏飞宇欣怡晨浩然梓涵子轩雨桐诗思远佳琪"
         "晓东凤琴立新永庆宝山学民淑珍云龙根柱福贵瑞祥德胜利长江河清秋月冬生荣光亮振兴爱凯旋嘉懿博雅睿泽铭钰琳珊珂璐莹颖倩婷")
RARE = "喆堃玥祎珺镕昇淼垚犇骉煜焜燊翀彧昉旻晟赟頔芃荻莜䶮濛澍炆烜瑄璟甯"
MONGOLIAN = ("阿拉坦·其其格 苏日娜 乌日图那顺 巴特尔 萨仁高娃 那日苏 斯琴高娃 敖登 布仁巴雅尔 其木格 额尔敦 呼和 哈斯巴根 娜仁托娅 "
             "孟和 格日勒图 白音仓 通拉嘎 乌兰 图雅").split()
PLACES = ("元宝 平庄 红旗 西露天 美丽河 风水沟 五家 小五家 古山 云杉路 马林 兴隆 长青 向阳 站前 铁东 铁西 松州 王府 锦山 天义 新惠 林东 大板 "
          "经棚 乌丹 全宁 三道井 八里罕 林西 百合 河畔 阳光 富河 东城 南山").split()
UNITS = "社区党委 社区居委会 村党支部 街道党工委 镇人民政府 乡党委 中心学校 卫生院 机关党支部 供电所 派出所 公司党总支".split()
SECTORS = "社区 农村牧区 街道 机关 学校 医院 国企 两新组织 青年组 成年组 乡镇苏木".split()
HEADERS = [("编号", "姓名", "领域"), ("编号", "姓名", "组别"), ("选手编号", "选手", "领域"), ("参赛号", "姓名", "组别")]
ENGLISH = ("id", "name", "sector")

OLD_SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游詹彭胡施沈余盧趙梁顏柯翁魏孫戴范方宋鄧杜侯"
OLD_GIVEN = ("志明俊傑建宏雅婷怡君淑芬美玲麗華秀英家豪冠宇佳穎欣慧宗翰承恩詩涵品妤子軒宥廷睿博語彤雨潔國強文雄金龍惠珍寶珠"
             "鳳嬌榮輝振興慶祥偉倫瑋庭筱涵靜宜曉雯馨儀鈺雪曼")
OLD_PLACES = "中正 大安 信義 板橋 三重 新莊 永和 桃園 中壢 竹北 豐原 員林 嘉義 鳳山 左營 屏東 花蓮 宜蘭 羅東 基隆 九龍 沙田 荃灣".split()
OLD_UNITS = "國民小學 社區發展協會 區公所 鄉公所 里辦公處 高級中學 醫院 圖書館 農會 青年會".split()
OLD_SECTORS = "社會組 青年組 國小組 國中組 高中組 大專組 長青組 團體組 個人組".split()
OLD_HEADERS = [("編號", "姓名", "組別"), ("選手編號", "選手", "組別"), ("號碼", "姓名", "單位")]

LATIN = ("José García;Zoë Müller;François Lefèvre;Jürgen Groß;Åsa Lindström;Renée Dubois;Söndör Ágnes;Núria Peña;Jiří Dvořák;"
         "Łukasz Wójcik;Štěpán Čapek;Beyoncé Ávila;Þóra Jónsdóttir;Gülşen Yılmaz;Ørjan Sæther").split(";")
CYRILLIC = "Иван Петров;Мария Иванова;Бат-Эрдэнэ;Сэргэлэн;Ольга Кузнецова;Дулмаа;Цэцэгмаа;Анна Смирнова;Ганбат".split(";")
WEST_SECTORS = ["Youth", "Seniors", "Juniors"]


def chinese_name(random, rare):
    if random.random() < 0.12:
        return random.choice(MONGOLIAN)
    given = [random.choice(RARE if random.random() < rare else GIVEN) for _ in range(random.choice((1, 2, 2, 2)))]
    return random.choice(SURNAMES) + "".join(given)


def old_name(random, _rare):
    return random.choice(OLD_SURNAMES) + "".join(random.choice(OLD_GIVEN) for _ in range(random.choice((1, 2, 2, 2))))


def table(random, headers, name, places, units, sectors, rare=0.05):
    """Rows of cells below a header, one to forty people."""
    has_unit = bool(places) and random.random() < 0.6
    header = list(random.choice(headers)) + (["unit" if headers == [ENGLISH] else "单位"] if has_unit else [])
    picked = random.sample(sectors, min(len(sectors), random.choice((1, 2, 3))))
    rows = []
    for number in range(1, random.choice((1, 2, 3, 5, 8, 13, 20, 40)) + 1):
        row = [f"{number:02}", name(random, rare), random.choice(picked)]
        rows.append(row + ([random.choice(places) + random.choice(units)] if has_unit else []))
    return [header, *rows]


def simplified(random, headers=None, rare=0.05):
    return table(random, headers or HEADERS, chinese_name, PLACES, UNITS, SECTORS, rare)


def traditional(random):
    rows = table(random, OLD_HEADERS, old_name, OLD_PLACES, OLD_UNITS, OLD_SECTORS)
    rows[0] = [cell.replace("单位", "服務單位") for cell in rows[0]]
    return rows


def western(random, names):
    return table(random, [ENGLISH], lambda chance, _rare: chance.choice(names), [], [], WEST_SECTORS)


def text_of(rows, line_end="\n"):
    return "".join(",".join(row) + line_end for row in rows)
