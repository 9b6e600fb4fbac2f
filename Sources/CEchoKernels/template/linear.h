// A linear layer of few rows: the weights pass through the registers once, unpacked, in the order they lie in.

/// Sums the lanes of a vector, halves added together until one is left.
INLINE float NAME(folded)(vf v) {
    float lanes[LANES];
    memcpy(lanes, &v, sizeof lanes);
#pragma clang loop unroll(full)
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
    return lanes[0];
}

/// ROWS inputs against OUTPUTS weights; sums[r][o] = in[r] . weights[o].
INLINE void NAME(linear_tile)(
    const float *const in[ROWS], const float *const weights[OUTPUTS], size_t inputs,
    float sums[ROWS][OUTPUTS]) {
    vf parts[ROWS][OUTPUTS] = {{{0}}};
    size_t whole = inputs - inputs % LANES;
    for (size_t i = 0; i < whole; i += LANES) {
        vf held[OUTPUTS];
#pragma clang loop unroll(full)
        for (int o = 0; o < OUTPUTS; o++) held[o] = LOAD(weights[o] + i);
#pragma clang loop unroll(full)
        for (int r = 0; r < ROWS; r++) {
            vf value = LOAD(in[r] + i);
#pragma clang loop unroll(full)
            for (int o = 0; o < OUTPUTS; o++) parts[r][o] += value * held[o];
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < ROWS; r++) {
#pragma clang loop unroll(full)
        for (int o = 0; o < OUTPUTS; o++) {
            float sum = NAME(folded)(parts[r][o]);
            for (size_t i = whole; i < inputs; i++) sum += in[r][i] * weights[o][i];
            sums[r][o] = sum;
        }
    }
}

/// Rows and outputs beyond the last stand in for themselves again and are not stored, so that every result is
/// summed by the same code.
static void NAME(linear_few)(
    const float *in, size_t rows, size_t inputs, const float *weights, size_t outputs, float *out) {
    for (size_t first = 0; first < outputs; first += OUTPUTS) {
        const float *layer[OUTPUTS];
        for (size_t o = 0; o < OUTPUTS; o++)
            layer[o] = weights + (first + o < outputs ? first + o : outputs - 1) * inputs;
        for (size_t row = 0; row < rows; row += ROWS) {
            const float *values[ROWS];
            for (size_t r = 0; r < ROWS; r++) values[r] = in + (row + r < rows ? row + r : rows - 1) * inputs;
            float sums[ROWS][OUTPUTS];
            NAME(linear_tile)(values, layer, inputs, sums);
            for (size_t r = 0; r < ROWS && row + r < rows; r++)
                for (size_t o = 0; o < OUTPUTS && first + o < outputs; o++)
                    out[(row + r) * outputs + first + o] = sums[r][o];
        }
    }
}
