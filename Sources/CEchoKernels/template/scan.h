// Dot products of one query with many rows, in one fixed order of summation.
//
// Lane j of 32 sums the products of elements j, j + 32, j + 64, … ascending; then the upper half of the lanes
// is added to the lower until one is left. Products are rounded before they are added (no fused
// multiply-add), so a row's score has the same bits on every instruction set, wherever the row lies and
// whoever computes it.
#define SCAN_LANES 32
#define SCAN_VECTORS (SCAN_LANES / LANES)

static void NAME(scan_dots)(
    const float *query, const float *rows, size_t count, size_t dimension, float *out) {
#pragma STDC FP_CONTRACT OFF
    size_t whole = dimension - dimension % SCAN_LANES;
    for (size_t r = 0; r < count; r++, rows += dimension) {
        vf sums[SCAN_VECTORS] = {{0}};
        for (size_t i = 0; i < whole; i += SCAN_LANES) {
#pragma clang loop unroll(full)
            for (int v = 0; v < SCAN_VECTORS; v++) {
                vf product = LOAD(query + i + v * LANES) * LOAD(rows + i + v * LANES);
                sums[v] = sums[v] + product;
            }
        }
        float lanes[SCAN_LANES];
        memcpy(lanes, sums, sizeof lanes);
        for (size_t i = whole; i < dimension; i++) {
            float product = query[i] * rows[i];
            lanes[i - whole] = lanes[i - whole] + product;
        }
        for (int half = SCAN_LANES / 2; half > 0; half /= 2)
            for (int i = 0; i < half; i++) lanes[i] = lanes[i] + lanes[i + half];
        out[r] = lanes[0];
    }
}
#undef SCAN_LANES
#undef SCAN_VECTORS
