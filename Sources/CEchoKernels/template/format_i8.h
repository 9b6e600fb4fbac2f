// Bytes without instructions for them: a word's even and odd bytes become 16-bit numbers, whose products are
// summed by pairs. Nothing saturates, as it would with the instruction for unsigned times signed bytes.
#define FORMAT i8
#define SUM vi
#define EVEN(word) ((word) & 0x00ff00ff)
#define ODD(word) (((word) >> 8) & 0x00ff00ff)
#define SIGNED_EVEN(weights) ((vi)((vs)((vs)(weights) << 8) >> 8))
#define SIGNED_ODD(weights) ((vi)((vs)(weights) >> 8))
#define STEP(sum, word, weights)                                                                          \
    ((sum) + PAIRS(EVEN(word), SIGNED_EVEN(weights)) + PAIRS(ODD(word), SIGNED_ODD(weights)))
#define HEIGHTS HEIGHTS_SPLIT
#define TALLEST TALLEST_SPLIT
#include "tile.h"
#include "product_i8.h"
#include "no_format.h"
#undef EVEN
#undef ODD
#undef SIGNED_EVEN
#undef SIGNED_ODD
