// Bytes with VNNI: four products summed into 32 bits at once, unsigned by signed, without saturation.
#define FORMAT i8_native
#define SUM vi
#define STEP(sum, word, weights)                                                                          \
    ((vi)_mm512_dpbusd_epi32((__m512i)(sum), (__m512i)(word), (__m512i)(weights)))
#define WEIGHTS LOADI
#define WEIGHT_BYTES 4
#define OPERATIONS 8
#define HEIGHTS HEIGHTS_F32
#define TALLEST TALLEST_F32
#define BYTE uint8_t
#define GROUP 4
#include "quantize.h"
#include "tile.h"
#include "product_i8.h"
#include "no_format.h"
