#include "template_keys.h"

#include <stddef.h>

#include "fonts.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))
#define CHOICES(table, ...)                                                                                            \
    static const struct choice table##_items[] = {__VA_ARGS__};                                                        \
    static const struct choices table = {table##_items, COUNT_OF(table##_items)}
#define WORDS(table, ...)                                                                                              \
    static const struct template_word table##_items[] = {__VA_ARGS__};                                                 \
    const struct template_words table = {table##_items, COUNT_OF(table##_items)}
#define KEYS(table, ...)                                                                                               \
    static const struct template_key table##_items[] = {__VA_ARGS__};                                                  \
    const struct template_key_table table = {table##_items, COUNT_OF(table##_items)}

#define AT_PAGE(field)   offsetof(struct template, field)
#define AT_BOX(field)    offsetof(struct template_box, field)
#define RANGE(low, high) .least = (low)*POINTS_ONE, .most = (high)*POINTS_ONE

/* Shorter side first. */
WORDS(template_papers, {TEXT_INIT("A3"), 297, 420}, {TEXT_INIT("A4"), 210, 297}, {TEXT_INIT("A5"), 148, 210},
      {TEXT_INIT("B4"), 250, 353}, {TEXT_INIT("B5"), 176, 250}, {TEXT_INIT("8K"), 260, 370},
      {TEXT_INIT("16K"), 185, 260});

WORDS(template_sizes, {TEXT_INIT("初号"), 42, 0}, {TEXT_INIT("小初"), 36, 0}, {TEXT_INIT("一号"), 26, 0},
      {TEXT_INIT("小一"), 24, 0}, {TEXT_INIT("二号"), 22, 0}, {TEXT_INIT("小二"), 18, 0}, {TEXT_INIT("三号"), 16, 0},
      {TEXT_INIT("小三"), 15, 0}, {TEXT_INIT("四号"), 14, 0}, {TEXT_INIT("小四"), 12, 0}, {TEXT_INIT("五号"), 10.5, 0},
      {TEXT_INIT("小五"), 9, 0});

WORDS(template_colours, {TEXT_INIT("ink"), 0x1C1A18, 0}, {TEXT_INIT("quiet"), 0x6B6560, 0},
      {TEXT_INIT("red"), 0x8E1B1F, 0}, {TEXT_INIT("gold"), 0xB8912F, 0}, {TEXT_INIT("white"), 0xFFFFFF, 0},
      {TEXT_INIT("black"), 0x000000, 0});

CHOICES(shows_choices, {TEXT_INIT("text"), SHOWS_TEXT, "the paragraphs under text"},
        {TEXT_INIT("hosts"), SHOWS_HOSTS, "who holds the contest and the date beneath, with room for their stamps"},
        {TEXT_INIT("image"), SHOWS_IMAGE,
         "the picture under image, as large as it fits, placed by align and vertical-align"},
        {TEXT_INIT("ornament"), SHOWS_ORNAMENT, "two fine lines and a lozenge between them"},
        {TEXT_INIT("qr"), SHOWS_CODE,
         "the QR code, as large as it fits from the upper left corner, with white around it"});
CHOICES(font_choices, {TEXT_INIT("title"), FONT_TITLE, "heavy Song (小标宋)"},
        {TEXT_INIT("kai"), FONT_BODY, "Kai (楷体)"}, {TEXT_INIT("kai-bold"), FONT_NAME, "heavy Kai"},
        {TEXT_INIT("song"), FONT_SONG, "Song (宋体)"}, {TEXT_INIT("song-bold"), FONT_SONG_BOLD, "heavy Song for words"},
        {TEXT_INIT("hei"), FONT_HEI, "Hei (黑体)"}, {TEXT_INIT("hei-bold"), FONT_HEI_BOLD, "heavy Hei"});
CHOICES(align_choices, {TEXT_INIT("left"), ALIGN_AT_LEFT, "at the left edge of the box"},
        {TEXT_INIT("centre"), ALIGN_CENTRED, "around its middle"},
        {TEXT_INIT("right"), ALIGN_AT_RIGHT, "at its right edge"},
        {TEXT_INIT("justify"), ALIGN_JUSTIFIED, "spread to both edges, but for a paragraph's last line"});
CHOICES(upright_choices, {TEXT_INIT("top"), UPRIGHT_TOP, "from the upper edge of the box"},
        {TEXT_INIT("middle"), UPRIGHT_MIDDLE, "around its middle"},
        {TEXT_INIT("bottom"), UPRIGHT_BOTTOM, "at its lower edge"});
CHOICES(direction_choices, {TEXT_INIT("horizontal"), DIRECTION_HORIZONTAL, "lines from left to right"},
        {TEXT_INIT("vertical"), DIRECTION_VERTICAL,
         "columns from the right to the left (竖排); align and vertical-align change places"});
CHOICES(orientation_choices, {TEXT_INIT("landscape"), ORIENTATION_LANDSCAPE, "lying"},
        {TEXT_INIT("portrait"), ORIENTATION_PORTRAIT, "upright"});
CHOICES(background_choices, {TEXT_INIT("none"), BACKGROUND_NONE, "nothing: for stock that is printed already"},
        {TEXT_INIT("fret"), BACKGROUND_FRET, "warm white, fine red and gold lines, a fret in each corner"},
        {TEXT_INIT("honour"), BACKGROUND_HONOUR, "warm white, a red band with frets and flowers in gold"},
        {TEXT_INIT("modern"), BACKGROUND_MODERN, "warm white, a red band at the left, arcs of gold"});

KEYS(template_page_keys,
     {TEXT_INIT("heading"), TEMPLATE_WORDS, AT_PAGE(heading), .required = true,
      .help = "what it is: 获奖证书; {heading} stands for it"},
     {TEXT_INIT("page"), TEMPLATE_PAPER, AT_PAGE(paper), "A4", RANGE(50, 1200),
      .help = "the paper; or its two sides in mm: 210 x 297"},
     {TEXT_INIT("orientation"), TEMPLATE_CHOICE, AT_PAGE(orientation), "landscape", .choices = &orientation_choices,
      .help = "how it lies"},
     {TEXT_INIT("background"), TEMPLATE_CHOICE, AT_PAGE(background), "none", .choices = &background_choices,
      .help = "what is drawn under the texts"},
     {TEXT_INIT("bleed"), TEMPLATE_LENGTH, AT_PAGE(bleed), "0", RANGE(0, 20),
      .help = "mm of paper beyond each edge, for print shops: 3 is usual"},
     {TEXT_INIT("printed-on"), TEMPLATE_PAPER, AT_PAGE(printed_on), RANGE(50, 1200),
      .help = "enlarges or reduces everything to this paper: A3"},
     {TEXT_INIT("offset"), TEMPLATE_PAIR, AT_PAGE(offset), "0, 0", RANGE(-50, 50),
      .help = "the boxes are moved by so many mm to the right and down, where a printer prints beside the stock"});

KEYS(template_box_keys,
     {TEXT_INIT("shows"), TEMPLATE_CHOICE, AT_BOX(shows), "text", .choices = &shows_choices,
      .help = "what is in the box"},
     {TEXT_INIT("text"), TEMPLATE_PARAGRAPH, AT_BOX(paragraphs),
      .help = "a paragraph; once more for each further one. {placeholders}; [a part that goes where a value in it is "
              "empty]; **stress**"},
     {TEXT_INIT("image"), TEMPLATE_WORDS, AT_BOX(image),
      .help = "a PNG or JPEG file beside the template: a logo, a signature, a background"},
     {TEXT_INIT("seal"), TEMPLATE_LENGTH, AT_BOX(seal), "45", RANGE(20, 60),
      .help = "of a box with shows = hosts: how wide the stamps are, in mm; provinces' are 50"},
     {TEXT_INIT("direction"), TEMPLATE_CHOICE, AT_BOX(direction), "horizontal", .choices = &direction_choices,
      .help = "of the lines"},
     {TEXT_INIT("left"), TEMPLATE_LENGTH, AT_BOX(left), .required = true, RANGE(-20, 1200),
      .help = "mm from the left edge of the page"},
     {TEXT_INIT("top"), TEMPLATE_LENGTH, AT_BOX(top), .required = true, RANGE(-20, 1200),
      .help = "mm from its upper edge"},
     {TEXT_INIT("width"), TEMPLATE_LENGTH, AT_BOX(width), .required = true, RANGE(1, 1200), .help = "in mm"},
     {TEXT_INIT("height"), TEMPLATE_LENGTH, AT_BOX(height), .required = true, RANGE(1, 1200), .help = "in mm"},
     {TEXT_INIT("font"), TEMPLATE_CHOICE, AT_BOX(font), "kai", .choices = &font_choices, .help = "of the text"},
     {TEXT_INIT("size"), TEMPLATE_SIZE, AT_BOX(size), "16", RANGE(4, 300), .help = "in points, or 三号"},
     {TEXT_INIT("min-size"), TEMPLATE_SIZE, AT_BOX(smallest), NULL, RANGE(4, 300),
      .help = "long texts become smaller down to this; half the size where absent"},
     {TEXT_INIT("lines"), TEMPLATE_COUNT, AT_BOX(lines), NULL, RANGE(1, 100),
      .help =
          "at most so many of a paragraph, which becomes smaller before it takes a second; where absent it fills the "
          "height first"},
     {TEXT_INIT("align"), TEMPLATE_CHOICE, AT_BOX(align), "left", .choices = &align_choices,
      .help = "of the lines in the box"},
     {TEXT_INIT("vertical-align"), TEMPLATE_CHOICE, AT_BOX(upright), "top", .choices = &upright_choices,
      .help = "of the text in the box's height"},
     {TEXT_INIT("letter-spacing"), TEMPLATE_NUMBER, AT_BOX(tracking), "0", RANGE(-5, 100),
      .help = "points between letters"},
     {TEXT_INIT("line-height"), TEMPLATE_NUMBER, AT_BOX(leading), "1.5", RANGE(1, 5),
      .help = "from line to line, in times the size"},
     {TEXT_INIT("indent"), TEMPLATE_NUMBER, AT_BOX(indent), "0", RANGE(0, 20),
      .help = "before a paragraph's first line, in times the size"},
     {TEXT_INIT("colour"), TEMPLATE_COLOUR, AT_BOX(colour), "ink", .help = "#RRGGBB, or a name"},
     {TEXT_INIT("strong-font"), TEMPLATE_CHOICE, AT_BOX(strong_font), "kai-bold", .choices = &font_choices,
      .help = "of **stress**"},
     {TEXT_INIT("strong-size"), TEMPLATE_SIZE, AT_BOX(strong_size), NULL, RANGE(4, 300),
      .help = "of **stress**; the size of the text where absent"},
     {TEXT_INIT("strong-letter-spacing"), TEMPLATE_NUMBER, AT_BOX(strong_tracking), NULL, RANGE(-5, 100),
      .help = "of **stress**; that of the text where absent"},
     {TEXT_INIT("strong-colour"), TEMPLATE_COLOUR, AT_BOX(strong_colour), "ink", .help = "of **stress**"},
     {TEXT_INIT("when"), TEMPLATE_PLACEHOLDER, AT_BOX(when),
      .help = "the box is there only where this placeholder has a value"},
     {TEXT_INIT("unless"), TEMPLATE_PLACEHOLDER, AT_BOX(unless), .help = "only where it has none"});

const struct template_word *template_word_find(const struct template_words *words, struct text name)
{
    for (size_t i = 0; i < words->count; i++)
        if (text_equal(words->items[i].name, name))
            return &words->items[i];
    return NULL;
}
