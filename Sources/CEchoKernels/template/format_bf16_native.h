// bf16 with AVX512-BF16: pairs of products summed into fp32. The instruction takes denormals for zero and
// rounds each of its two sums.
#define FORMAT bf16_native
#define SUM vf
#define STEP(sum, word, weights)                                                                          \
    ((vf)_mm512_dpbf16_ps((__m512)(sum), (__m512bh)(word), (__m512bh)(weights)))
#define WEIGHTS LOADI
#define WEIGHT_BYTES 4
#define OPERATIONS 4
#define HEIGHTS HEIGHTS_F32
#define TALLEST TALLEST_F32
#define WORDS(inputs) (((inputs) + 1) / 2)
#define ROUNDS_GELU 1
#include "tile.h"
#include "product.h"
#include "no_format.h"
