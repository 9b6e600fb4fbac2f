#include "CEchoPage.h"

// clang takes #embed in every C; that it is C23's is known.
#pragma clang diagnostic ignored "-Wc23-extensions"

// One block a file of `page`, and its line in the table below; a test compares both with the folder.
static const unsigned char index_html[] = {
#embed "page/index.html"
};

static const unsigned char contract[] = {
#embed "../EchoHTTP/openapi.json"
};

#define FILE_OF(name, bytes) {name, bytes, sizeof bytes}

static const struct echo_page_file files[] = {
    FILE_OF("index.html", index_html),
};

unsigned long echo_page_file_count(void) { return sizeof files / sizeof files[0]; }

struct echo_page_file echo_page_file_at(unsigned long place) { return files[place]; }

struct echo_page_file echo_page_contract(void) {
    return (struct echo_page_file)FILE_OF("openapi.json", contract);
}
