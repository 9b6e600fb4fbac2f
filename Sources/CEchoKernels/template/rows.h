// What is done to each row of a matrix on its own.

/// The sum of a vector's lanes, in double precision.
INLINE double NAME(total)(vf v) {
    double sum = 0;
    for (int i = 0; i < LANES; i++) sum += v[i];
    return sum;
}

/// A row's mean and one over its deviation; two passes, so that a large mean costs no digits of the variance.
INLINE void NAME(moments)(const float *in, size_t channels, float epsilon, float *mean, float *factor) {
    size_t whole = channels - channels % LANES, c;
    vf sums = SPLAT(0.0f);
    for (c = 0; c < whole; c += LANES) sums += LOAD(in + c);
    double sum = NAME(total)(sums);
    for (; c < channels; c++) sum += in[c];
    *mean = (float)(sum / (double)channels);

    vf squares = SPLAT(0.0f);
    for (c = 0; c < whole; c += LANES) {
        vf away = LOAD(in + c) - *mean;
        squares += away * away;
    }
    double square = NAME(total)(squares);
    for (; c < channels; c++) square += (double)(in[c] - *mean) * (double)(in[c] - *mean);
    *factor = (float)(1.0 / sqrt(square / (double)channels + (double)epsilon));
}

INLINE void NAME(layer_norm_row)(
    const float *in, size_t channels, const float *scale, const float *shift, float epsilon, float *out) {
    size_t whole = channels - channels % LANES, c;
    float mean, factor;
    NAME(moments)(in, channels, epsilon, &mean, &factor);
    for (c = 0; c < whole; c += LANES)
        STORE(out + c, (LOAD(in + c) - mean) * factor * LOAD(scale + c) + LOAD(shift + c));
    for (; c < channels; c++) out[c] = (in[c] - mean) * factor * scale[c] + shift[c];
}

static void NAME(normalize)(
    const float *in, size_t rows, size_t channels, float epsilon, float *out, size_t out_stride) {
    size_t whole = channels - channels % LANES;
    for (size_t r = 0; r < rows; r++, in += channels, out += out_stride) {
        float mean, factor;
        NAME(moments)(in, channels, epsilon, &mean, &factor);
        for (size_t c = 0; c < whole; c += LANES) STORE(out + c, (LOAD(in + c) - mean) * factor);
        for (size_t c = whole; c < channels; c++) out[c] = (in[c] - mean) * factor;
    }
}

static void NAME(layer_norm)(
    const float *in, size_t rows, size_t channels, const float *scale, const float *shift, float epsilon,
    float *out) {
    for (size_t r = 0; r < rows; r++)
        NAME(layer_norm_row)(in + r * channels, channels, scale, shift, epsilon, out + r * channels);
}

static void NAME(bias_gelu)(float *values, size_t rows, size_t columns, const float *bias) {
    size_t whole = columns - columns % LANES;
    for (size_t r = 0; r < rows; r++, values += columns) {
        for (size_t c = 0; c < whole; c += LANES)
            STORE(values + c, NAME(gelu)(LOAD(values + c) + LOAD(bias + c)));
        for (size_t c = whole; c < columns; c++) values[c] = NAME(gelu)(SPLAT(values[c] + bias[c]))[0];
    }
}

static void NAME(add_bias)(float *values, size_t rows, size_t columns, const float *bias) {
    size_t whole = columns - columns % LANES;
    for (size_t r = 0; r < rows; r++, values += columns) {
        for (size_t c = 0; c < whole; c += LANES) STORE(values + c, LOAD(values + c) + LOAD(bias + c));
        for (size_t c = whole; c < columns; c++) values[c] += bias[c];
    }
}
