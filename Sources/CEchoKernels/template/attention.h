// Causal self-attention, head by head and row by row: a token sees itself and those before it.

/// The sum of a vector's lanes, halves added together until one is left.
INLINE float NAME(folded)(vf v) {
    float lanes[LANES];
    memcpy(lanes, &v, sizeof lanes);
#pragma clang loop unroll(full)
    for (int half = LANES / 2; half > 0; half /= 2)
        for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
    return lanes[0];
}

/// scores[j] = scale * (query . keys[j]), keys a stride apart.
INLINE void NAME(attention_scores)(
    const float *query, const float *keys, size_t count, size_t stride, size_t size, float scale,
    float *scores) {
    size_t whole = size - size % LANES;
    for (size_t j = 0; j < count; j++, keys += stride) {
        vf sums = SPLAT(0.0f);
        for (size_t c = 0; c < whole; c += LANES) sums += LOAD(query + c) * LOAD(keys + c);
        float sum = NAME(folded)(sums);
        for (size_t c = whole; c < size; c++) sum += query[c] * keys[c];
        scores[j] = sum * scale;
    }
}

/// In place, over `count` numbers. The exponentials are taken of (value - largest) * log2(e), never below -126.
INLINE void NAME(softmax)(float *values, size_t count) {
    const float log2e = 1.44269504f;
    float largest = values[0];
    for (size_t c = 1; c < count; c++) largest = values[c] > largest ? values[c] : largest;
    double sum = 0;
    for (size_t c = 0; c < count; c += LANES) {
        float held[LANES] = {0};
        size_t some = count - c < LANES ? count - c : LANES;
        memcpy(held, values + c, some * sizeof(float));
        vf power = (LOAD(held) - largest) * log2e;
        STORE(held, NAME(exp2)(NAME(select)(power < -126.0f, SPLAT(-126.0f), power)));
        for (size_t i = 0; i < some; i++) sum += held[i];
        memcpy(values + c, held, some * sizeof(float));
    }
    float factor = (float)(1.0 / sum);
    for (size_t c = 0; c < count; c++) values[c] *= factor;
}

/// out = the values' rows, each by its weight.
INLINE void NAME(attention_values)(
    const float *weights, const float *values, size_t count, size_t stride, size_t size, float *out) {
    size_t whole = size - size % LANES;
    for (size_t c = 0; c < whole; c += LANES) {
        vf sum = SPLAT(0.0f);
        for (size_t j = 0; j < count; j++) sum += LOAD(values + j * stride + c) * weights[j];
        STORE(out + c, sum);
    }
    for (size_t c = whole; c < size; c++) {
        float sum = 0;
        for (size_t j = 0; j < count; j++) sum += values[j * stride + c] * weights[j];
        out[c] = sum;
    }
}

static void NAME(causal_attention)(
    const float *qkv, size_t tokens, size_t width, size_t heads, float *scores, float *out,
    size_t out_stride) {
    size_t size = width / heads, stride = 3 * width;
    float scale = 1 / sqrtf((float)size);
    for (size_t head = 0; head < heads; head++) {
        const float *queries = qkv + head * size, *keys = queries + width, *values = keys + width;
        for (size_t r = 0; r < tokens; r++) {
            NAME(attention_scores)(queries + r * stride, keys, r + 1, stride, size, scale, scores);
            NAME(softmax)(scores, r + 1);
            NAME(attention_values)(scores, values, r + 1, stride, size, out + r * out_stride + head * size);
        }
    }
}
