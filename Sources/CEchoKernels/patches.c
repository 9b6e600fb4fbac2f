// Rearrangements, which no instruction set makes faster, and the mean over pixels.
#include <string.h>

#include "echo_kernels.h"

void echo_patches_u8(
    const uint8_t *pixels, size_t side, size_t first, size_t rows, const float *table, float *out,
    size_t stride) {
    for (size_t y = first * 4; y < (first + rows) * 4; y += 4) {
        for (size_t x = 0; x < side; x += 4, out += stride) {
            float *to = out;
            for (size_t channel = 0; channel < 3; channel++) {
                for (size_t row = 0; row < 4; row++) {
                    const uint8_t *from = pixels + ((y + row) * side + x) * 3 + channel;
                    for (size_t column = 0; column < 4; column++)
                        *to++ = table[channel * 256 + from[column * 3]];
                }
            }
        }
    }
}

void echo_patches_planar(
    const float *picture, size_t side, size_t first, size_t rows, float *out, size_t stride) {
    for (size_t y = first * 4; y < (first + rows) * 4; y += 4) {
        for (size_t x = 0; x < side; x += 4, out += stride) {
            for (size_t part = 0; part < 12; part++)
                memcpy(
                    out + part * 4, picture + (part / 4 * side + y + part % 4) * side + x, 4 * sizeof(float));
        }
    }
}

void echo_mean_rows(const float *in, size_t rows, size_t channels, float *out) {
    for (size_t channel = 0; channel < channels; channel++) {
        double sum = 0;
        for (size_t row = 0; row < rows; row++) sum += in[row * channels + channel];
        out[channel] = (float)(sum / (double)rows);
    }
}
