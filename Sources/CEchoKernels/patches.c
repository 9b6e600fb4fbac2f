// Rearrangements, which no instruction set makes faster, and the mean over pixels.
#include <string.h>

#include "echo_kernels.h"

void echo_patches_u8(const uint8_t *pixels, size_t side, const float *table, float *out) {
    for (size_t y = 0; y < side; y += 4) {
        for (size_t x = 0; x < side; x += 4) {
            for (size_t channel = 0; channel < 3; channel++) {
                for (size_t row = 0; row < 4; row++) {
                    const uint8_t *from = pixels + ((y + row) * side + x) * 3 + channel;
                    for (size_t column = 0; column < 4; column++)
                        *out++ = table[channel * 256 + from[column * 3]];
                }
            }
        }
    }
}

void echo_patches_planar(const float *picture, size_t side, float *out) {
    for (size_t y = 0; y < side; y += 4) {
        for (size_t x = 0; x < side; x += 4) {
            for (size_t channel = 0; channel < 3; channel++) {
                for (size_t row = 0; row < 4; row++, out += 4)
                    memcpy(out, picture + (channel * side + y + row) * side + x, 4 * sizeof(float));
            }
        }
    }
}

void echo_patches2(const float *in, size_t height, size_t width, size_t channels, float *out) {
    for (size_t y = 0; y + 1 < height; y += 2) {
        for (size_t x = 0; x + 1 < width; x += 2) {
            for (size_t row = 0; row < 2; row++, out += 2 * channels)
                memcpy(out, in + ((y + row) * width + x) * channels, 2 * channels * sizeof(float));
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
