#include "command.h"

#include "faults_print.h"
#include "index.h"
#include "style.h"

const struct command commands[] = {
    {
        .name = "new",
        .usage = N_("new FOLDER [--rules RULES] [--from FILE] [--judges FILE]"),
        .help = N_("a contest folder to fill in: rules, people, and tables for the marks"),
        .details =
            N_("FOLDER must not exist yet, or be empty. RULES is a name that --list tells, written-and-stage "
               "unless given, or the contest.yaml of another contest. --from and --judges take the people from "
               "lists that you have, with a header as in contestants.csv and judges.csv; where the id is missing "
               "people are numbered, where the sector is missing all are in one. Without a list there are a few "
               "made-up people, to show the form. The tables in FOLDER/scores name everybody and wait for the "
               "marks. Standard output lists the files."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_RULES) |
                   OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_JUDGES) | OPTION_BIT(OPTION_LIST),
        .operands_most = 1,
        .run = run_new,
    },
    {
        .name = "check",
        .usage = N_("check FOLDER [--format text|json]"),
        .help = N_("read everything and report every fault; change nothing"),
        .details = N_("Standard output says what was read; every fault goes to standard error with its file, line and "
                      "column. At the end stand the sheets that are still to come, by round and judge. "
                      "--format json writes all of it to standard output, for other programs."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_FORMAT),
        .operands_least = 1,
        .operands_most = 1,
        .run = run_check,
    },
    {
        .name = "rank",
        .usage = N_("rank FOLDER [--sector NAME] [--format table|csv|json|xlsx] [-o FILE] [--watch]"),
        .help = N_("the standings"),
        .details = N_("Without --format, a FILE that ends in .csv, .json or .xlsx is written in that form, and "
                      "everything else is a table. A CSV file begins with a BOM, for spreadsheets; on standard output "
                      "it does not. A workbook needs -o: it has a sheet a sector with the standings, and one with "
                      "every mark and each step to the final score. With --watch the standings are made again whenever "
                      "a file of the folder has been saved, on a terminal in place of the former; a file that is "
                      "being written, or has errors, leaves the last ones as they are."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SECTOR) |
                   OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_WATCH),
        .operands_least = 1,
        .operands_most = 1,
        .run = run_rank,
    },
    {
        .name = "explain",
        .usage = N_("explain FOLDER CONTESTANT [--format text|json]"),
        .help = N_("how one result came about, mark by mark"),
        .details = N_("CONTESTANT is an id, or a name that only one contestant has. All marks are shown, those that "
                      "were dropped, each sum, division and rounding, and what parted a tie."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_FORMAT),
        .operands_least = 2,
        .operands_most = 2,
        .run = run_explain,
    },
    {
        .name = "report",
        .usage = N_("report FOLDER -o OUT [--teams N] [--blank [--seed TEXT]]"),
        .help = N_("leaderboards, score sheets, rules and what is read out or handed on, as PDF"),
        .details =
            N_("OUT is a folder, made where it is missing. Beside leaderboards, score sheets and rules there are "
               "the announcer's script, a slip for each contestant and the judges' sheets as dots, to see where they "
               "agree; once the contest is complete also the register of certificates and, where contest.yaml "
               "has notice, the public notice. --teams N enters the certificates of the first N teams into the "
               "register. With --blank "
               "there are instead the running order, blank sheets for the judges, name plates and the sign-in "
               "sheet: no marks are needed for them. --seed, beside --blank, is that of the draw: the running "
               "order then says so, if it is the order that the seed gives. Standard output lists the files."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT) |
                   OPTION_BIT(OPTION_TEAMS) | OPTION_BIT(OPTION_BLANK) | OPTION_BIT(OPTION_SEED),
        .operands_least = 1,
        .operands_most = 1,
        .needs_output = true,
        .run = run_report,
    },
    {
        .name = "certificates",
        .usage = N_("certificates FOLDER -o OUT [--template TEMPLATE] [--split] [--award NAME] [--contestant ID] "
                    "[--teams N] [--force]"),
        .help = N_("certificates of the awards as PDF"),
        .details =
            N_("OUT is a folder, or with a name that ends in .pdf one file. A contest that is not complete "
               "gets no certificates without --force. TEMPLATE, else that of contest.yaml, is one that the program "
               "brings: award, honour, honour-portrait, modern, stock or team; or a file of your own that ends "
               "in .txt."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT) |
                   OPTION_BIT(OPTION_TEMPLATE) | OPTION_BIT(OPTION_SPLIT) | OPTION_BIT(OPTION_AWARD) |
                   OPTION_BIT(OPTION_CONTESTANT) | OPTION_BIT(OPTION_TEAMS) | OPTION_BIT(OPTION_FORCE),
        .operands_least = 1,
        .operands_most = 1,
        .needs_output = true,
        .run = run_certificates,
    },
    {
        .name = "run",
        .usage = N_("run FOLDER [-o OUT] [--watch]"),
        .help = N_("check, rank, report and certificates in one go"),
        .details = N_("OUT is FOLDER/out unless given. A manifest.json there lists the files with their sizes and "
                      "hashes; files that the last run left and this one did not make again are removed. Standard "
                      "output lists the files. With --watch all is made again whenever a file of the folder has been "
                      "saved; where files have errors, what was made last stays."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT) |
                   OPTION_BIT(OPTION_WATCH),
        .operands_least = 1,
        .operands_most = 1,
        .run = run_everything,
    },
    {
        .name = "finalise",
        .usage = N_("finalise FOLDER --signed ROLE=NAME … [--reason TEXT] [--format text|json]"),
        .help = N_("say what still blocks the result, or make it official, as a numbered revision"),
        .details = N_(
            "Blocked is what has errors, pending sheets or marks, contestants without a final score, undecided ties "
            "across "
            "a cut, or open protests. Otherwise every role that sign in contest.yaml names signs once, no person "
            "twice and no contestant, and FOLDER/revisions/NNN is made: copies of all that the result was computed "
            "from, "
            "the standings, and a manifest of who signed what. A revision never changes. When a file that counts "
            "has changed since, every command says what, and the result is provisional again until the next "
            "revision, which needs --reason and tells whom it moved. Where nothing has changed nothing is written."
            "\n\n"
            "--stage STAGE --by NAME records instead: announced, that the result was read out, signed or not; notice, "
            "that the official result is on public notice for the days of --period, or those of notice in "
            "contest.yaml; expired, after the last of these days, that no protest is open."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SIGNED) |
                   OPTION_BIT(OPTION_REASON) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_STAGE) |
                   OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_PERIOD),
        .operands_least = 1,
        .operands_most = 1,
        .run = run_finalise,
    },
    {
        .name = "promote",
        .usage = N_("promote FOLDER… [-o FILE]"),
        .help = N_("the next level's contestants.csv: all who are promoted, from one contest or several"),
        .details = N_("The folders are contests of one level. Who is promoted stands in the order of the folders, "
                      "within them sector by sector by rank. An id that several have gets the folder's name before "
                      "it. Draw, lot, panel and status are not taken over: they are of the next level. A FILE begins "
                      "with a BOM, for spreadsheets; on standard output it does not."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT),
        .operands_least = 1,
        .operands_most = OPERANDS_ANY,
        .run = run_promote,
    },
    {
        .name = "draw",
        .usage = N_("draw FOLDER [--seed TEXT] [-o FILE]"),
        .help = N_("draw the running order from a published seed"),
        .details = N_("In each sector the contestants appear in ascending order of the SHA-256 of the seed, a NUL byte "
                      "and their id: the same seed gives the same order everywhere, and anybody can compute it again. "
                      "Without --seed one is made and told: announce it at once. Standard output is a table on a "
                      "terminal and CSV otherwise. With -o, FILE is contestants.csv with its column draw filled in. "
                      "Judges and marks need not be there yet."),
        .options =
            OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SEED) | OPTION_BIT(OPTION_OUTPUT),
        .operands_least = 1,
        .operands_most = 1,
        .fills_contestants = true,
        .run = run_draw,
    },
    {
        .name = "key",
        .usage = N_("key new|show"),
        .help = N_("the key that signs certificates: make it, or show its public half"),
        .details = N_(
            "The key lies in the file biwu/key of your configuration folder ($XDG_CONFIG_HOME, or ~/.config), behind a "
            "password that the terminal asks for, or BIWU_KEY_PASSWORD holds. key new never replaces a key. key "
            "show needs no password: publish the fingerprint that it prints, so that anybody can tell your papers "
            "from others. run, report and certificates ask for the password once, to sign the QR codes of a complete "
            "result. Results never need the key: without it they are the same, and unsigned."),
        .options = OPTION_BIT(OPTION_HELP),
        .operands_least = 1,
        .operands_most = 1,
        .run = run_key,
    },
    {
        .name = "seal",
        .usage = N_("seal FOLDER -o FILE [--unsigned]"),
        .help = N_("the archive of an official result: all files, PDFs and hashes, signed"),
        .details = N_(
            "FILE, which one calls NAME.biwu, is a plain zip: the contest's files with all revisions, the standings as "
            "JSON "
            "and CSV, all PDFs, a SHA256SUMS of them, its signature, and a README in Chinese that says how to check it "
            "without biwu. The result must be official. The same folder, key and version give the same bytes. The key "
            "is that of biwu key; its password is asked for, or BIWU_KEY_PASSWORD holds it. --unsigned does without. "
            "FILE "
            "is written whole or not at all. Standard output has its path; publish the fingerprint and the hash that "
            "are told beside it."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT) |
                   OPTION_BIT(OPTION_UNSIGNED),
        .operands_least = 1,
        .operands_most = 1,
        .needs_output = true,
        .run = run_seal,
    },
    {
        .name = "verify",
        .usage = N_("verify FILE [--key FINGERPRINT] | verify --qr TEXT [--key FINGERPRINT] [FOLDER…]"),
        .help = N_("whether an archive, or what a QR code says, is genuine"),
        .details = N_(
            "FILE is an archive that biwu seal has made. Its form is checked byte by byte, then the signature and "
            "every "
            "hash; when all hold, the result is computed again from the archived files and compared. Ends with 0 when "
            "all of that holds, and otherwise with 1, naming the file. Whose key has signed it only the fingerprint "
            "tells, "
            "which the organiser publishes and official paper carries: --key demands it, since anybody can change an "
            "archive and sign it anew with a key of their own."
            "\n\n"
            "--qr TEXT is what a phone reads from the QR code of a certificate or leaderboard; with - it is read from "
            "standard input. Nothing is looked up: the text holds its signature and the public key. Without --key your "
            "own "
            "key is the only one that is known. Ends with 0 when it is genuine, and 1 when it was changed, is "
            "unsigned, or is signed with another key or one that is not known. With contest folders its result is "
            "looked up in their revisions: whether it is the one that holds, or another has taken its place, and what "
            "the person's award is now; ends with 1 unless it holds."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_QR) | OPTION_BIT(OPTION_KEY),
        .operands_most = OPERANDS_ANY,
        .run = run_verify,
    },
    {
        .name = "open",
        .usage = N_("open FILE -o FOLDER"),
        .help = N_("the contest folder out of an archive"),
        .details =
            N_("FOLDER must not exist yet, or be empty. It becomes what biwu seal was given, with all revisions: to "
               "look into, or to correct and make official anew. An archive that was changed is not opened. The PDFs "
               "stay in the archive, from which any zip tool takes them; whether the result is right, and who "
               "signed it, biwu verify tells."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_OUTPUT),
        .operands_least = 1,
        .operands_most = 1,
        .needs_output = true,
        .run = run_open,
    },
    {
        .name = "archive",
        .usage = N_("archive list DIR | archive search DIR [WORD …] [--sector NAME]"),
        .help = N_(
            "many archives at once: which there are, and a contestant's, a unit's, a sector's results over the years"),
        .details =
            N_("DIR holds archives (.biwu), in folders or not. search prints, the oldest first, every result in whose "
               "name, unit, sector, award, contest or id each WORD stands; without a word all. Of an archive that "
               "another one "
               "in DIR corrects nothing is found; list names both. Each archive's hashes are checked when it is "
               "first met, or has changed: one that is damaged is told, and not searched. What was read is kept below "
               "~/.cache/biwu, which may be deleted at any time. biwu verify checks an archive whole."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_SECTOR),
        .operands_least = 2,
        .operands_most = OPERANDS_ANY,
        .run = run_archive,
    },
    {
        .name = "template",
        .usage = N_("template check FILE | template preview FILE -o OUT"),
        .help = N_("templates of certificates: what is wrong with one, how one looks"),
        .details =
            N_("FILE is a template of your own, or the name of one that the program brings: award, honour … check: "
               "every fault goes to standard error with its line and column. preview: a PDF of certificates "
               "with the longest and strangest names; in English where the template's heading is. help template "
               "lists the keys and the placeholders."),
        .options = OPTION_BIT(OPTION_HELP) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_OUTPUT),
        .operands_least = 2,
        .operands_most = 2,
        .run = run_template,
    },
    {
        .name = "help",
        .usage = N_("help [COMMAND|rules|files|template|wording|wording.en]"),
        .help = N_("this overview, one command, the keys of contest.yaml, the columns of its tables, a template's "
                   "keys, or what "
                   "paper says"),
        .details =
            N_("help rules lists every key of contest.yaml with its type, default and meaning; help files "
               "lists the columns of contestants.csv, judges.csv and the other tables, with all their names; help "
               "template lists what a certificate's template may say; help wording and help wording.en print every "
               "sentence of the other documents: the lines that shall read otherwise go into a file wording.txt in the "
               "contest folder, changed."),
        .options = OPTION_BIT(OPTION_HELP),
        .operands_most = 1,
        .run = run_help,
    },
};
const size_t command_count = sizeof commands / sizeof *commands;

const struct command *command_find(struct text name)
{
    for (size_t i = 0; i < command_count; i++)
        if (text_equal(text_from_c(commands[i].name), name))
            return &commands[i];
    return NULL;
}

enum exit_code command_unknown(struct text name, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < command_count; i++)
        index_add(&known, text_from_c(commands[i].name), i);
    struct text nearest = index_nearest(&known, name, scratch);
    faults_print_one(
        SEVERITY_ERROR, MESSAGE("unknown command {1}", name),
        nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest) : MESSAGE("biwu help lists the commands"), scratch);
    return EXIT_USAGE;
}
