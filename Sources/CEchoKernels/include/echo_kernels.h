#pragma once
// EchoSeek's own kernels in C: one source, compiled for each instruction set, chosen when the program runs.
//
// Matrices are row-major and dense; pictures are NHWC. Pointers may have any alignment of a float.
// A result depends on the values and extents alone, never on an address, a batch or a thread count.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Instruction sets a kernel may be compiled for, in rising order.
typedef enum echo_isa { ECHO_PORTABLE = 0, ECHO_AVX2 = 1, ECHO_AVX512 = 2 } echo_isa;

/// The kernels of one instruction set.
typedef struct echo_kernels {
    /// Depthwise 7x7, padding 3. in, out [height, width, channels]; weights [49, channels]; bias [channels].
    void (*_Nonnull depthwise7)(
        const float *_Nonnull in, size_t height, size_t width, size_t channels, const float *_Nonnull weights,
        const float *_Nonnull bias, float *_Nonnull out);
    /// Normalizes each row over its channels, then scales and shifts. in, out [rows, channels]; may be the
    /// same.
    void (*_Nonnull layer_norm)(
        const float *_Nonnull in, size_t rows, size_t channels, const float *_Nonnull scale,
        const float *_Nonnull shift, float epsilon, float *_Nonnull out);
    /// values[r, c] = gelu(values[r, c] + bias[c]), with the exact (erf) GELU.
    void (*_Nonnull bias_gelu)(
        float *_Nonnull values, size_t rows, size_t columns, const float *_Nonnull bias);
    /// values[r, c] += bias[c].
    void (*_Nonnull add_bias)(
        float *_Nonnull values, size_t rows, size_t columns, const float *_Nonnull bias);
    /// stream[r, c] += (branch[r, c] + bias[c]) * gamma[c]; without gamma the factor is 1.
    void (*_Nonnull add_residual)(
        float *_Nonnull stream, const float *_Nonnull branch, size_t rows, size_t columns,
        const float *_Nonnull bias, const float *_Nullable gamma);
    /// Softmax over the first r + 1 columns of row r, zero beyond. values [size, size].
    void (*_Nonnull causal_softmax)(float *_Nonnull values, size_t size);
    /// out[i] = query . rows[i]; rows [count, dimension]. The same bits on every instruction set.
    void (*_Nonnull scan_dots)(
        const float *_Nonnull query, const float *_Nonnull rows, size_t count, size_t dimension,
        float *_Nonnull out);
    /// out[r, o] = in[r] . weights[o], for few rows. in [rows, inputs]; weights [outputs, inputs].
    void (*_Nonnull linear_few)(
        const float *_Nonnull in, size_t rows, size_t inputs, const float *_Nonnull weights, size_t outputs,
        float *_Nonnull out);
} echo_kernels;

/// The kernels of an instruction set; NULL where this processor or this build lacks it.
const echo_kernels *_Nullable echo_kernels_for(echo_isa isa);

/// The kernels of the best instruction set this processor has.
const echo_kernels *_Nonnull echo_kernels_best(void);

/// The best instruction set this processor has.
echo_isa echo_isa_best(void);

/// Cuts a picture into 4x4 patches: out [side/4 * side/4, 48], columns ordered channel, row, column.
///
/// pixels [side, side, 3]; table [3, 256] holds what each byte of each channel becomes. side is a multiple of
/// 4.
void echo_patches_u8(
    const uint8_t *_Nonnull pixels, size_t side, const float *_Nonnull table, float *_Nonnull out);

/// The same of a normalized picture [3, side, side].
void echo_patches_planar(const float *_Nonnull picture, size_t side, float *_Nonnull out);

/// Cuts in [height, width, channels] into 2x2 patches: out [height/2 * width/2, 4 * channels], columns
/// ordered row, column, channel. An odd last row or column is left out.
void echo_patches2(
    const float *_Nonnull in, size_t height, size_t width, size_t channels, float *_Nonnull out);

/// out[c] = mean over the rows, summed in double precision. in [rows, channels].
void echo_mean_rows(const float *_Nonnull in, size_t rows, size_t channels, float *_Nonnull out);

#ifdef __cplusplus
}
#endif
