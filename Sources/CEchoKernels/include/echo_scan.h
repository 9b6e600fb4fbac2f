#pragma once
// Dot products of one vector with many rows: the whole of an exact search.
#include <stddef.h>
#include <stdint.h>

/// Which instructions a scan uses; all three give the same bits.
typedef enum {
    echo_scan_fastest = 0,
    echo_scan_avx2 = 1,
    echo_scan_portable = 2,
} echo_scan_kernel;

/// out[i] = Σ rows[place(i)][axis] · query[axis], where place(i) is places[i], or i where places is null.
///
/// rows: [any, dimension], row-major; query: [dimension]; out: [count]. The order of summation is fixed, so a
/// score depends on the two vectors alone: not on the row's place, the count, or the processor.
/// A kernel that the processor lacks is replaced by the portable one.
void echo_scan(
    echo_scan_kernel kernel, const float *rows, const int32_t *places, size_t count, size_t dimension,
    const float *query, float *out);
