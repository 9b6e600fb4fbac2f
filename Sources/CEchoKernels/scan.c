#include "echo_scan.h"

#include <string.h>

// 64 running sums: axis a goes to sum a mod 64, by fused multiply-add; a rest is filled with zeros.
// Then sum j takes sum j+32, j+16, … j+1. Every kernel below is this one text, compiled for its instructions.
enum { lanes = 64, wide = 16 };

typedef float vec __attribute__((vector_size(wide * sizeof(float)), aligned(4)));

#define EVERYWHERE static inline __attribute__((always_inline))

EVERYWHERE void add_block(vec *sums, const float *row, const float *query) {
    for (int part = 0; part < lanes / wide; part++) {
        vec left, right;
        memcpy(&left, row + part * wide, sizeof left);
        memcpy(&right, query + part * wide, sizeof right);
        sums[part] = __builtin_elementwise_fma(left, right, sums[part]);
    }
}

EVERYWHERE float dot(const float *row, const float *query, const float *query_rest, size_t dimension) {
    vec sums[lanes / wide] = {{0}, {0}, {0}, {0}};
    size_t whole = dimension / lanes * lanes;
    for (size_t axis = 0; axis < whole; axis += lanes) add_block(sums, row + axis, query + axis);
    if (whole < dimension) {
        float rest[lanes] = {0};
        memcpy(rest, row + whole, (dimension - whole) * sizeof(float));
        add_block(sums, rest, query_rest);
    }
    vec folded = (sums[0] + sums[2]) + (sums[1] + sums[3]);
    float last[wide];
    memcpy(last, &folded, sizeof last);
    for (int half = wide / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; lane++) last[lane] += last[lane + half];
    return last[0];
}

EVERYWHERE void scan(
    const float *rows, const int32_t *places, size_t count, size_t dimension, const float *query, float *out) {
    float query_rest[lanes] = {0};
    size_t whole = dimension / lanes * lanes;
    memcpy(query_rest, query + whole, (dimension - whole) * sizeof(float));
    for (size_t i = 0; i < count; i++) {
        size_t place = places ? (size_t)places[i] : i;
        out[i] = dot(rows + place * dimension, query, query_rest, dimension);
    }
}

static void scan_portable(
    const float *rows, const int32_t *places, size_t count, size_t dimension, const float *query, float *out) {
    scan(rows, places, count, dimension, query, out);
}

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) static void scan_avx2(
    const float *rows, const int32_t *places, size_t count, size_t dimension, const float *query, float *out) {
    scan(rows, places, count, dimension, query, out);
}

__attribute__((target("avx512f"))) static void scan_avx512(
    const float *rows, const int32_t *places, size_t count, size_t dimension, const float *query, float *out) {
    scan(rows, places, count, dimension, query, out);
}
#endif

void echo_scan(
    echo_scan_kernel kernel, const float *rows, const int32_t *places, size_t count, size_t dimension,
    const float *query, float *out) {
#if defined(__x86_64__)
    if (kernel == echo_scan_fastest && __builtin_cpu_supports("avx512f")) {
        scan_avx512(rows, places, count, dimension, query, out);
        return;
    }
    if (kernel != echo_scan_portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        scan_avx2(rows, places, count, dimension, query, out);
        return;
    }
#endif
    scan_portable(rows, places, count, dimension, query, out);
}
