// Ends what a format_….h began.
#undef FORMAT
#undef SUM
#undef STEP
#undef WEIGHTS
#undef WEIGHT_BYTES
#undef OPERATIONS
#undef HEIGHTS
#undef TALLEST
#undef WORDS
#undef BYTE
#undef GROUP
#undef ROUNDS_GELU
