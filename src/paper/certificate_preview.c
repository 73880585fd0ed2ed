/* A template shown with made-up certificates. */
#include "certificate.h"
#include "certificate_pages.h"
#include "glue.h"
#include "line_break.h"
#include "proofread.h"
#include "wording.h"

#define CONTEST_ZH "全市社区党组织书记比武争星暨“我为群众办实事”主题实践活动擂台赛"
#define UNIT_ZH    "红山区松州街道园林社区党总支部委员会和居民委员会联合办公室"

/* Of a person or, where the name is empty, of a unit. */
struct sample {
    struct text name, unit, award, sector, number;
};

static const struct sample chinese[] = {
    {TEXT_INIT("王建华"), TEXT_INIT("春晖街道"), TEXT_INIT("一等奖"), TEXT_INIT("街道"), TEXT_INIT("BW-2023-0001")},
    {TEXT_INIT("𠮷䶮"), TEXT_INIT(UNIT_ZH), TEXT_INIT("优秀奖"), TEXT_INIT("农村牧区"), TEXT_INIT("BW-2023-0002")},
    {TEXT_INIT("阿拉坦其其格·敖登格日勒"), TEXT_INIT(UNIT_ZH), TEXT_INIT("一等奖"), TEXT_INIT("机关"),
     TEXT_INIT("BW-2023-0003")},
    {TEXT_INIT("阿"), TEXT_INIT(""), TEXT_INIT("二等奖"), TEXT_INIT("社区"), TEXT_INIT("")},
    {TEXT_INIT("Zoë Alexandra O’Neill"), TEXT_INIT("Ålesund"), TEXT_INIT("三等奖"), TEXT_INIT("社区"),
     TEXT_INIT("BW-2023-0005")},
    {TEXT_INIT("欧阳𬭎"), TEXT_INIT("春晖街道"), TEXT_INIT("最佳现场应变与群众工作方法创新奖"),
     TEXT_INIT("国有企业和非公有制企业"), TEXT_INIT("BW-2023-0006")},
    {TEXT_INIT(""), TEXT_INIT(UNIT_ZH), TEXT_INIT("优秀组织奖"), TEXT_INIT(""), TEXT_INIT("BW-2023-0007")},
};
static const struct sample english[] = {
    {TEXT_INIT("Ana Łuczak"), TEXT_INIT("Gdańsk School"), TEXT_INIT("First prize"), TEXT_INIT("Open"),
     TEXT_INIT("2023-0001")},
    {TEXT_INIT("Zoë Alexandra Wilhelmina O’Neill-Fitzgerald"),
     TEXT_INIT("Ålesund School of Public Speaking, Storytelling and Recitation"),
     TEXT_INIT("Medal for Outstanding Public Speaking"), TEXT_INIT("Secretaries and Volunteers"),
     TEXT_INIT("2023-0002")},
    {TEXT_INIT("Li"), TEXT_INIT(""), TEXT_INIT("Third prize"), TEXT_INIT("Open"), TEXT_INIT("")},
    {TEXT_INIT("李䶮"), TEXT_INIT("𠮷县"), TEXT_INIT("Second prize"), TEXT_INIT("Open"), TEXT_INIT("2023-0004")},
    {TEXT_INIT(""), TEXT_INIT("Gdańsk School"), TEXT_INIT("Best team"), TEXT_INIT(""), TEXT_INIT("2023-0005")},
};

/* As long as a signed one; what it says is nobody's. */
static const struct text sample_code =
    TEXT_INIT("biwu1/" CONTEST_ZH "/BW-2023-0001/阿拉坦其其格/一等奖/"
              "0000000000000000000000000000000000000000000000000000000000000000/"
              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/"
              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

/* What language a template is in: English where its heading holds no hanzi. */
static enum language language_of(const struct template *template)
{
    for (struct text rest = template->heading.text; rest.length > 0;)
        if (letter_is_wide(text_next_character(&rest)))
            return LANGUAGE_CHINESE;
    return LANGUAGE_ENGLISH;
}

static struct rules made_up_rules(const struct template *template)
{
    static struct text hosts_zh[] = {TEXT_INIT("中共某市委组织部"), TEXT_INIT("某市社会工作协会")};
    static struct text hosts_en[] = {TEXT_INIT("City Council"), TEXT_INIT("Public Speaking Society")};
    bool is_chinese = language_of(template) == LANGUAGE_CHINESE;
    return (struct rules){
        .language = (int)language_of(template),
        .title = is_chinese ? TEXT(CONTEST_ZH) : TEXT("The Twenty-Third Annual Public Speaking Championship"),
        .level = is_chinese ? TEXT("市级") : TEXT("City"),
        .venue = is_chinese ? TEXT("第一会议室") : TEXT("Town Hall"),
        .date = TEXT("2023-12-31"),
        .hosts = {is_chinese ? hosts_zh : hosts_en, 2},
    };
}

static void add_sample(struct certificate_pages *pages, const struct sample *sample)
{
    struct certificate_values values = pages->values;
    values.code = sample_code;
    bool is_person = sample->name.length > 0;
    struct text name =
        is_person ? glue_text(sample->name, &pages->own) : certificate_glued_if_short(sample->unit, &pages->own);
    values.of[PLACE_NAME] = name;
    values.of[is_person ? PLACE_PERSON : PLACE_TEAM] = name;
    values.of[PLACE_NUMBER] = sample->number;
    values.of[PLACE_AWARD] = certificate_glued_if_short(sample->award, &pages->own);
    if (!is_person)
        values.of[PLACE_MEMBERS] = wording_plain((enum language)pages->layout.rules->language, "preview.members");
    if (is_person) {
        values.of[PLACE_UNIT] = sample->unit;
        values.of[PLACE_SECTOR] = sample->sector;
        values.of[PLACE_TITLE] = wording_plain((enum language)pages->layout.rules->language, "preview.title");
        values.of[PLACE_COUNTY] = wording_plain((enum language)pages->layout.rules->language, "preview.county");
        values.of[PLACE_ID] = TEXT("C012");
        values.of[PLACE_DRAW] = TEXT("12");
        values.of[PLACE_RANK] = TEXT("1");
        values.of[PLACE_FINAL] = TEXT("91.96");
    }
    for (size_t i = 0; i < PLACEHOLDER_COUNT; i++)
        proofread_text(&pages->layout.typesetter, name, (struct place){0}, values.of[i]);
    certificate_pages_add(pages, &values, (struct place){0});
}

bool certificate_preview_write(const struct press *press, const struct template *template, struct text *pdf_bytes)
{
    struct contest contest = {.rules = made_up_rules(template)};
    const struct edition edition = {.hash = TEXT_INIT("0123456789ab"), .signer = TEXT_INIT("0123-4567-89ab-cdef")};
    struct press of_it = *press;
    of_it.contest = &contest;
    of_it.edition = &edition;
    struct certificate_pages pages;
    certificate_pages_begin(&pages, &of_it, template);
    bool is_chinese = contest.rules.language == LANGUAGE_CHINESE;
    const struct sample *samples = is_chinese ? chinese : english;
    size_t count = is_chinese ? sizeof chinese / sizeof *chinese : sizeof english / sizeof *english;
    for (size_t i = 0; i < count; i++)
        add_sample(&pages, &samples[i]);
    return certificate_pages_end(&pages, pdf_bytes);
}
