// bf16 without instructions for it: a word's two numbers are widened to fp32, exactly, and multiplied there.
#define FORMAT bf16
#define SUM vf
#define LOWER(word) ((vf)((word) << 16))
#define UPPER(word) ((vf)((word) & (int32_t)0xffff0000))
#define STEP(sum, word, weights)                                                                          \
    (LOWER(word) * LOWER(weights) + (UPPER(word) * UPPER(weights) + (sum)))
#define WEIGHTS LOADI
#define WEIGHT_BYTES 4
#define OPERATIONS 4
#define HEIGHTS HEIGHTS_SPLIT
#define TALLEST TALLEST_SPLIT
#define WORDS(inputs) (((inputs) + 1) / 2)
#define ROUNDS_GELU 1
#include "tile.h"
#include "product.h"
#include "no_format.h"
#undef LOWER
#undef UPPER
