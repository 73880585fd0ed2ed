#include "gb18030_doubts.h"

/* Two-byte codes by where they stand. What is neither hanzi of GB2312 nor punctuation is odd: rarer hanzi, kana, Greek,
 * frames, private use. */
struct census {
    size_t usual;           /* hanzi of GB2312's first level: 3,755 that make up nearly all of common text */
    size_t second;          /* of its second level */
    size_t odd, glued_odd;  /* the latter beside a Latin letter */
    size_t all, big5_usual; /* all codes; those that Big5 gives to its 5,401 usual characters and punctuation */
};

static bool is_letter(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* Whether the code at `at` stands in one word with a letter. */
static bool is_beside_letter(struct text gb18030, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)gb18030.bytes;
    return (at > 0 && is_letter(bytes[at - 1])) || (at + 2 < gb18030.length && is_letter(bytes[at + 2]));
}

static bool is_usual_in_big5(unsigned char lead, unsigned char trail)
{
    return lead >= 0xA1 && lead <= 0xC6 && (trail <= 0x7E || trail >= 0xA1);
}

/* Full-width forms, signs and numbers; and 〇 of years and names. */
static bool is_sign(unsigned char lead, unsigned char trail)
{
    return (lead >= 0xA1 && lead <= 0xA3 && trail >= 0xA1) || (lead == 0xA9 && trail == 0x96);
}

static void count_code(struct census *census, const unsigned char *code, bool is_in_word)
{
    unsigned char lead = code[0], trail = code[1];
    census->all++;
    census->big5_usual += is_usual_in_big5(lead, trail);
    if (is_sign(lead, trail))
        return;
    if (trail >= 0xA1 && lead >= 0xB0 && lead <= 0xF7) {
        census->usual += lead <= 0xD7;
        census->second += lead > 0xD7;
        return;
    }
    census->odd++;
    census->glued_odd += is_in_word;
}

static struct census census_of(struct text gb18030)
{
    const unsigned char *bytes = (const unsigned char *)gb18030.bytes;
    struct census census = {0};
    for (size_t i = 0; i + 1 < gb18030.length;) {
        bool is_single = bytes[i] < 0x80, is_four = !is_single && bytes[i + 1] < 0x40;
        if (!is_single && !is_four)
            count_code(&census, bytes + i, is_beside_letter(gb18030, i));
        i += is_single ? 1 : is_four ? 4 : 2;
    }
    return census;
}

/* One or two rare hanzi in a short table are no proof of anything. */
enum { ENOUGH_ODD = 4 };

/* The bounds are those of tests/encodings/README.md. */
enum gb18030_doubt gb18030_doubt_of(struct text gb18030)
{
    struct census census = census_of(gb18030);
    size_t hanzi = census.usual + census.second + census.odd;
    if (census.odd * 5 >= hanzi && census.big5_usual * 20 >= census.all * 17 && hanzi >= 4)
        return census.odd >= ENOUGH_ODD ? GB18030_SEEMS_BIG5 : GB18030_MAYBE_BIG5;
    bool is_foreign = census.odd * 10 > hanzi * 9 && hanzi >= 4;
    bool is_in_words = census.glued_odd * 2 > hanzi;
    bool is_rare = census.second * 2 > hanzi && hanzi >= 8;
    return is_foreign || is_in_words || is_rare ? GB18030_MAYBE_OTHER : GB18030_LIKELY;
}
