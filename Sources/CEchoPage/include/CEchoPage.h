#ifndef ECHO_PAGE_H
#define ECHO_PAGE_H

/// A file that is part of the program itself, so that it is served without a folder beside it.
struct echo_page_file {
    /// As the web page and the server name it.
    const char *name;
    const unsigned char *bytes;
    unsigned long count;
};

/// How many files there are.
unsigned long echo_page_file_count(void);

/// One of them, by its place from 0.
struct echo_page_file echo_page_file_at(unsigned long place);

/// The service's description, `openapi.json`.
struct echo_page_file echo_page_contract(void);

#endif
