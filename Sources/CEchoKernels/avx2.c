// For x86-64 with AVX2 and FMA; and with AVX-VNNI on top, which has its own products of bytes.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define SUFFIX avx2
#define LANES 8
#define TILE 7
// Six rows by two vectors are 12 sums of the 16 registers.
#define HEIGHTS_F32(EACH) EACH(6) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 6
#define HEIGHTS_SPLIT(EACH) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 4
#define PAIRS(first, second) ((vi)_mm256_madd_epi16((__m256i)(first), (__m256i)(second)))
#include "template/all.h"

const echo_kernels echo_kernels_avx2 = {KERNELS(avx2, i8, bf16), .group = 2};
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)
#define BYTE_DOTS(sum, word, weights)                                                                     \
    ((vi)_mm256_dpbusd_avx_epi32((__m256i)(sum), (__m256i)(word), (__m256i)(weights)))
#include "template/format_i8_native.h"
const echo_kernels echo_kernels_avx2_vnni = {KERNELS(avx2, i8_native, bf16), .group = 4};
#pragma clang attribute pop
#endif
