// The inner loop of every product: HEIGHT input rows by one panel of weights, all sums in registers.
//
// Included once for each number format, with
//   FORMAT                     its suffix
//   SUM                        the vectors that are summed, vf or vi
//   STEP(sum, word, weights)   a word of a row, in every lane, times LANES words of weights
//   WEIGHTS(address)           LANES words of weights, and WEIGHT_BYTES, how many bytes of the panel a word takes
//   OPERATIONS                 additions and multiplications of one lane's step
//   HEIGHTS(EACH)              the numbers of rows a tile may have, from TALLEST down to 1
// A tile of AVX-512 has 14 rows by 2 vectors: 28 sums, two vectors of weights and a row's word fill the 32
// registers, and each word that is loaded serves two multiplications. Rows are read where they lie; three row
// pointers with strides of at most four keep their addresses in registers.

#define CACHE_LINE 64
/// How far ahead weights are called into the second-level cache, in bytes. On Zen 4, a ConvNeXt-Base's linear
/// layers with weights from memory: 98 GFLOPS without it, 102 with it.
#define WEIGHTS_AHEAD 16384

/// Adds to the sums what words words of `height` rows and of the panel give.
INLINE void FORMATTED(accumulate)(
    int height, const char *in, size_t stride, const char *panel, size_t words, SUM sums[TALLEST][2]) {
    const char *fifth = in + 5 * stride, *tenth = fifth + 5 * stride;
    // The compiler would otherwise see through them and keep an address for each row: more than there are
    // registers.
    __asm__("" : "+r"(fifth), "+r"(tenth));
    for (size_t k = 0; k < words; k++) {
#pragma clang loop unroll(full)
        for (size_t line = 0; line < PANEL * WEIGHT_BYTES; line += CACHE_LINE)
            __builtin_prefetch(panel + WEIGHTS_AHEAD + line, 0, 2);
        vi first = WEIGHTS(panel), second = WEIGHTS(panel + LANES * WEIGHT_BYTES);
        panel += PANEL * WEIGHT_BYTES;
#pragma clang loop unroll(full)
        for (int r = 0; r < height; r++) {
            const char *row = r < 5 ? in : r < 10 ? fifth : tenth;
            vi word = SPLATI(row + (size_t)(r % 5) * stride);
            sums[r][0] = STEP(sums[r][0], word, first);
            sums[r][1] = STEP(sums[r][1], word, second);
        }
        in += 4;
        fifth += 4;
        tenth += 4;
    }
}

/// The tallest tile that `rows` rows fill.
INLINE int FORMATTED(height)(size_t rows) {
#define FITS(height)                                                                                      \
    if (rows >= height) return height;
    HEIGHTS(FITS)
#undef FITS
    return 0;
}

/// The steps of a tile on registers alone: what the processor can do at most. Returns how many operations.
static double FORMATTED(peak)(size_t rounds) {
    SUM sums[TALLEST][2] = {{{0}}};
    vi word = {0}, first = {0}, second = {0};
    for (size_t k = 0; k < rounds; k++) {
        RENEW(first);
        RENEW(second);
#pragma clang loop unroll(full)
        for (int r = 0; r < TALLEST; r++) {
            RENEW(word);
            sums[r][0] = STEP(sums[r][0], word, first);
            sums[r][1] = STEP(sums[r][1], word, second);
        }
    }
#pragma clang loop unroll(full)
    for (int r = 0; r < TALLEST; r++) {
        RENEW(sums[r][0]);
        RENEW(sums[r][1]);
    }
    return (double)rounds * TALLEST * 2 * LANES * OPERATIONS;
}
#undef CACHE_LINE
#undef WEIGHTS_AHEAD
