// Vectors of LANES floats in the compiler's own notation: SSE2, AVX2, AVX-512 or NEON by where this is
// included. Defines `vf` and `vi`; including files set LANES (a power of two) and NAME(x) first.

/// LANES floats; loads and stores through it need the alignment of a float alone.
typedef float NAME(vf) __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef int32_t NAME(vi) __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
#define vf NAME(vf)
#define vi NAME(vi)

#define LOAD(address) (*(const vf *)(address))
#define STORE(address, value) (*(vf *)(address) = (value))
#define SPLAT(value) ((vf){0} + (value))
#define INLINE static inline __attribute__((always_inline))

/// Lane by lane, `chosen` where the mask's bits are set, else `other`.
INLINE vf NAME(select)(vi mask, vf chosen, vf other) {
    return (vf)((mask & (vi)chosen) | (~mask & (vi)other));
}
