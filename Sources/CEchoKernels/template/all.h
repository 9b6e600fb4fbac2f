// Every kernel for one instruction set, and the table that names them. Included once by each of portable.c,
// avx2.c and avx512.c, which set SUFFIX, LANES (floats in a vector), TILE (outputs a depthwise tile holds), and
// ROWS and OUTPUTS (of a linear layer's tile).
#define JOIN(first, second) first##_##second
#define JOINED(first, second) JOIN(first, second)
#define NAME(base) JOINED(base, SUFFIX)

#include "vectors.h"
#include "mathematics.h"
#include "convolution.h"
#include "rows.h"
#include "scan.h"
#include "linear.h"

const echo_kernels NAME(echo_kernels) = {
    .depthwise7 = NAME(depthwise7),
    .layer_norm = NAME(layer_norm),
    .bias_gelu = NAME(bias_gelu),
    .add_bias = NAME(add_bias),
    .add_residual = NAME(add_residual),
    .causal_softmax = NAME(causal_softmax),
    .scan_dots = NAME(scan_dots),
    .linear_few = NAME(linear_few),
};
