// fp32: a word is a number.
#define FORMAT f32
#define SUM vf
#define STEP(sum, word, weights) ((sum) + (vf)(word) * (vf)(weights))
#define WEIGHTS LOADI
#define WEIGHT_BYTES 4
#define OPERATIONS 2
#define HEIGHTS HEIGHTS_F32
#define TALLEST TALLEST_F32
#define WORDS(inputs) (inputs)
#define ROUNDS_GELU 0
#include "tile.h"
#include "product.h"
#include "no_format.h"
