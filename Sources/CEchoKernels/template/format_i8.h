// Bytes without instructions for them. A row's bytes are kept as 16-bit numbers, two to a word; the panel's weights
// are bytes, two to a word, and become 16-bit numbers as they are loaded. Pairs of products are then summed into
// 32 bits exactly, where the instruction for unsigned times signed bytes would saturate: the sums are those of the
// sets that have an exact one.
#define FORMAT i8
#define SUM vi
#define STEP(sum, word, weights) ((sum) + PAIRS(word, weights))
#define WEIGHTS(address) ((vi)__builtin_convertvector(*(const vc *)(address), vs))
#define WEIGHT_BYTES 2
#define OPERATIONS 4
#define HEIGHTS HEIGHTS_F32
#define TALLEST TALLEST_F32
#define BYTE uint16_t
#define GROUP 2
#include "quantize.h"
#include "tile.h"
#include "product_i8.h"
#include "no_format.h"
