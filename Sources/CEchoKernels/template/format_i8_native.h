// Bytes with VNNI: four products summed into 32 bits at once, unsigned by signed, without saturation. Included with
// BYTE_DOTS(sum, word, weights), the set's instruction for that.
#define FORMAT i8_native
#define SUM vi
#define STEP BYTE_DOTS
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
