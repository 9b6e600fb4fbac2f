#pragma once
// zlib's inflate, and a name for the macro that starts it.
#include <zlib.h>

static inline int echo_inflate_init(z_streamp stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}
