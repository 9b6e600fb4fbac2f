// Depthwise 7x7 over NHWC: TILE outputs of a row by LANES channels stay in registers.

/// Columns x0 ..< x0 + TILE of one output row, LANES channels; input columns outside the picture count as
/// zero.
INLINE void NAME(depthwise7_tile)(
    const float *in, ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, const float *weights, vf bias,
    ptrdiff_t y, ptrdiff_t x0, float *out) {
    vf sums[TILE];
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE; i++) sums[i] = bias;
    for (ptrdiff_t ky = y < 3 ? 3 - y : 0; ky < 7 && y + ky - 3 < height; ky++) {
        const float *row = in + ((y + ky - 3) * width + x0) * channels;
        vf taps[7];
#pragma clang loop unroll(full)
        for (int i = 0; i < 7; i++) taps[i] = LOAD(weights + (ky * 7 + i) * channels);
#pragma clang loop unroll(full)
        for (int j = -3; j < TILE + 3; j++) {
            if (x0 + j < 0 || x0 + j >= width) continue;
            vf value = LOAD(row + j * channels);
#pragma clang loop unroll(full)
            for (int kx = 0; kx < 7; kx++) {
                int place = j + 3 - kx;
                if (place >= 0 && place < TILE) sums[place] += value * taps[kx];
            }
        }
    }
#pragma clang loop unroll(full)
    for (int i = 0; i < TILE; i++) {
        if (x0 + i < width) STORE(out + (x0 + i) * channels, sums[i]);
    }
}

/// One output value, for channels beyond the last whole vector.
INLINE float NAME(depthwise7_point)(
    const float *in, ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, const float *weights, float bias,
    ptrdiff_t y, ptrdiff_t x) {
    float sum = bias;
    for (ptrdiff_t ky = 0; ky < 7; ky++) {
        for (ptrdiff_t kx = 0; kx < 7; kx++) {
            ptrdiff_t row = y + ky - 3, column = x + kx - 3;
            if (row < 0 || row >= height || column < 0 || column >= width) continue;
            sum += in[(row * width + column) * channels] * weights[(ky * 7 + kx) * channels];
        }
    }
    return sum;
}

static void NAME(depthwise7)(
    const float *in, size_t height, size_t width, size_t channels, const float *weights, const float *bias,
    size_t first, size_t rows, float *out) {
    size_t whole = channels - channels % LANES;
    for (size_t y = first; y < first + rows; y++, out += width * channels) {
        for (size_t x0 = 0; x0 < width; x0 += TILE) {
            for (size_t c = 0; c < whole; c += LANES) {
                NAME(depthwise7_tile)(
                    in + c, (ptrdiff_t)height, (ptrdiff_t)width, (ptrdiff_t)channels, weights + c,
                    LOAD(bias + c), (ptrdiff_t)y, (ptrdiff_t)x0, out + c);
            }
        }
        for (size_t c = whole; c < channels; c++) {
            for (size_t x = 0; x < width; x++) {
                out[x * channels + c] = NAME(depthwise7_point)(
                    in + c, (ptrdiff_t)height, (ptrdiff_t)width, (ptrdiff_t)channels, weights + c, bias[c],
                    (ptrdiff_t)y, (ptrdiff_t)x);
            }
        }
    }
}
