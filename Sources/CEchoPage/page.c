#include "CEchoPage.h"

// clang takes #embed in every C; that it is C23's is known.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One block a file of `page`, and its line in the table below; a test compares both with the folder.
static const unsigned char api_js[] = {
#embed "page/api.js"
};

static const unsigned char batches_js[] = {
#embed "page/batches.js"
};

static const unsigned char cine_js[] = {
#embed "page/cine.js"
};

static const unsigned char compare_js[] = {
#embed "page/compare.js"
};

static const unsigned char dom_js[] = {
#embed "page/dom.js"
};

static const unsigned char draft_js[] = {
#embed "page/draft.js"
};

static const unsigned char drop_js[] = {
#embed "page/drop.js"
};

static const unsigned char edits_js[] = {
#embed "page/edits.js"
};

static const unsigned char filters_js[] = {
#embed "page/filters.js"
};

static const unsigned char icon_svg[] = {
#embed "page/icon.svg"
};

static const unsigned char index_html[] = {
#embed "page/index.html"
};

static const unsigned char ingest_js[] = {
#embed "page/ingest.js"
};

static const unsigned char job_js[] = {
#embed "page/job.js"
};

static const unsigned char keys_js[] = {
#embed "page/keys.js"
};

static const unsigned char main_js[] = {
#embed "page/main.js"
};

static const unsigned char page_css[] = {
#embed "page/page.css"
};

static const unsigned char pairing_js[] = {
#embed "page/pairing.js"
};

static const unsigned char readings_js[] = {
#embed "page/readings.js"
};

static const unsigned char router_js[] = {
#embed "page/router.js"
};

static const unsigned char rows_js[] = {
#embed "page/rows.js"
};

static const unsigned char search_js[] = {
#embed "page/search.js"
};

static const unsigned char sending_js[] = {
#embed "page/sending.js"
};

static const unsigned char sources_js[] = {
#embed "page/sources.js"
};

static const unsigned char study_js[] = {
#embed "page/study.js"
};

static const unsigned char theme_css[] = {
#embed "page/theme.css"
};

static const unsigned char theme_js[] = {
#embed "page/theme.js"
};

static const unsigned char tile_js[] = {
#embed "page/tile.js"
};

static const unsigned char words_js[] = {
#embed "page/words.js"
};

static const unsigned char worklist_js[] = {
#embed "page/worklist.js"
};

static const unsigned char contract[] = {
#embed "../EchoHTTP/openapi.json"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct echo_page_file files[] = {
    FILE_OF("api.js", api_js),
    FILE_OF("batches.js", batches_js),
    FILE_OF("cine.js", cine_js),
    FILE_OF("compare.js", compare_js),
    FILE_OF("dom.js", dom_js),
    FILE_OF("draft.js", draft_js),
    FILE_OF("drop.js", drop_js),
    FILE_OF("edits.js", edits_js),
    FILE_OF("filters.js", filters_js),
    FILE_OF("icon.svg", icon_svg),
    FILE_OF("index.html", index_html),
    FILE_OF("ingest.js", ingest_js),
    FILE_OF("job.js", job_js),
    FILE_OF("keys.js", keys_js),
    FILE_OF("main.js", main_js),
    FILE_OF("page.css", page_css),
    FILE_OF("pairing.js", pairing_js),
    FILE_OF("readings.js", readings_js),
    FILE_OF("router.js", router_js),
    FILE_OF("rows.js", rows_js),
    FILE_OF("search.js", search_js),
    FILE_OF("sending.js", sending_js),
    FILE_OF("sources.js", sources_js),
    FILE_OF("study.js", study_js),
    FILE_OF("theme.css", theme_css),
    FILE_OF("theme.js", theme_js),
    FILE_OF("tile.js", tile_js),
    FILE_OF("words.js", words_js),
    FILE_OF("worklist.js", worklist_js),
};

unsigned long echo_page_file_count(void) { return sizeof files / sizeof files[0]; }

struct echo_page_file echo_page_file_at(unsigned long place) { return files[place]; }

struct echo_page_file echo_page_contract(void) {
    return (struct echo_page_file)FILE_OF("openapi.json", contract);
}
