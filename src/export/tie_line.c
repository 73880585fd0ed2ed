#include "tie_line.h"

#include "figures.h"
#include "words.h"

struct tie_line {
    const struct standings *standings;
    const struct placing *placing;
    const struct tie_note *note;
    const struct tie_key *key;
    int digits; /* that show all differences */
    struct arena *scratch;
};

/* Places and counts are whole numbers; scores have at least the digits of the final. */
static int least_digits(const struct tie_line *line)
{
    int digits = line->standings->contest->rules.digits;
    switch (line->key->kind) {
    case TIE_EXACT: /* behind a rounded final it says nothing yet at the same digits: 91.96 may be 91.95… cut off */
        return digits + 1;
    case TIE_HEAD_TO_HEAD:
    case TIE_COLUMN:
    case TIE_PLAYOFF:
    case TIE_DECISION:
        return 0;
    default:
        return digits;
    }
}

static int digits_that_tell(const struct tie_line *line)
{
    const struct tie_note *tie = line->note;
    int digits = least_digits(line);
    for (size_t i = 0; i < tie->against_count; i++)
        if (tie->value.is_there && tie->against[i].note->value.is_there)
            digits = figure_digits_apart(tie->value.value, tie->against[i].note->value.value, digits, *line->scratch);
    return digits;
}

static struct tie_line line_of(const struct standings *standings, const struct placing *placing,
                               const struct tie_note *note, struct arena *scratch)
{
    const struct tie_key *key = &standings->contest->rules.ties[note->key];
    struct tie_line line = {standings, placing, note, key, 0, scratch};
    line.digits = digits_that_tell(&line);
    return line;
}

static void write_one(struct sink *sink, const struct tie_line *line, size_t contestant, struct tie_value value)
{
    sink_text(sink, line->standings->contest->contestants[contestant].name);
    sink_byte(sink, ' ');
    if (value.is_there)
        sink_text(sink, figure_cut(line->scratch, value.value, line->digits));
    else
        sink_c(sink, "—");
}

static struct text own_text(const struct tie_line *line)
{
    struct sink sink = sink_in(line->scratch);
    write_one(&sink, line, line->placing->contestant, line->note->value);
    return sink_written(&sink);
}

static struct text key_text(const struct tie_line *line)
{
    struct sink sink = sink_in(line->scratch);
    words_write_tie_key(&sink, &line->standings->contest->rules, line->key);
    return sink_written(&sink);
}

static struct text final_text(const struct tie_line *line)
{
    return figure_published(line->scratch, &line->standings->contest->rules, line->placing->result->final);
}

/* The position of one who is noted against: among the nearest outside the run that was kept, so it is looked for from
 * there, step by step to both sides. */
static size_t position_of(const struct sector_standings *sector, const struct tie_note *tie, size_t contestant)
{
    for (size_t step = 0;; step++) {
        size_t above = tie->kept.first - step - 1, below = tie->kept.end + step;
        if (step < tie->kept.first && sector->ranking[above].placing.contestant == contestant)
            return above;
        if (below < sector->ranking_count && sector->ranking[below].placing.contestant == contestant)
            return below;
    }
}

static bool tells_of(const struct tie_note *tie, size_t contestant)
{
    bool tells = false;
    for (size_t i = 0; tie && i < tie->against_count; i++)
        tells = tells || tie->against[i].contestant == contestant;
    return tells;
}

enum side { BELOW, ABOVE_AND_SILENT };

static bool is_on(enum side side, const struct sector_standings *sector, size_t position, size_t other)
{
    size_t at = position_of(sector, sector->ranking[position].placing.tie, other);
    size_t contestant = sector->ranking[position].placing.contestant;
    if (side == BELOW)
        return at > position;
    return at < position && !tells_of(sector->ranking[at].placing.tie, contestant);
}

/* The others on one side with their values; empty where there are none. */
static struct text others_text(const struct tie_line *line, const struct sector_standings *sector, size_t position,
                               enum side side)
{
    const struct tie_note *tie = line->note;
    struct sink sink = sink_in(line->scratch);
    for (size_t i = 0; i < tie->against_count; i++) {
        if (!is_on(side, sector, position, tie->against[i].contestant))
            continue;
        sink_c(&sink, sink.length > 0 ? ", " : "");
        write_one(&sink, line, tie->against[i].contestant, tie->against[i].note->value);
    }
    return sink_written(&sink);
}

void tie_line_write(struct sink *sink, const struct standings *standings, const struct sector_standings *sector,
                    size_t position, const struct style *style, struct arena scratch)
{
    const struct placing *placing = &sector->ranking[position].placing;
    struct tie_line line = line_of(standings, placing, placing->tie, &scratch);
    struct text self = own_text(&line), final = final_text(&line), key = key_text(&line);
    struct text below = others_text(&line, sector, position, BELOW);
    struct text above = others_text(&line, sector, position, ABOVE_AND_SILENT);

    if (below.length > 0)
        style_write(sink, style, MESSAGE("tie at {1}, parted by {2}: {3} before {4}", final, key, self, below));
    else if (above.length > 0)
        style_write(sink, style, MESSAGE("tie at {1}, parted by {2}: {3} after {4}", final, key, self, above));
}

void tie_line_write_note(struct sink *sink, const struct standings *standings, const struct placing *placing,
                         const struct tie_note *note, const struct style *style, struct arena scratch)
{
    struct tie_line line = line_of(standings, placing, note, &scratch);
    struct sink others = sink_in(&scratch);
    for (size_t i = 0; i < note->against_count; i++) {
        sink_c(&others, i > 0 ? ", " : "");
        write_one(&others, &line, note->against[i].contestant, note->against[i].note->value);
    }
    style_write(sink, style,
                MESSAGE("tie at {1}, parted by {2}: {3} against {4}", final_text(&line), key_text(&line),
                        own_text(&line), sink_written(&others)));
}
