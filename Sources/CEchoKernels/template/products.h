// The products of one instruction set, except where it has instructions of its own for a format.
// Set before: HEIGHTS_F32(EACH), TALLEST_F32, HEIGHTS_SPLIT(EACH), TALLEST_SPLIT: the tiles where a word is
// used as it is, and where it is split in two, which takes twice the registers for weights.
#define FORMATTED(base) NAME(JOINED(base, FORMAT))

#ifndef PAIRS
/// Of each lane's two 16-bit numbers, the sum of the products.
#define PAIRS(first, second)                                                                              \
    ((((first) << 16) >> 16) * (((second) << 16) >> 16) + ((first) >> 16) * ((second) >> 16))
#endif

#include "format_f32.h"
#include "format_bf16.h"
#include "format_i8.h"
