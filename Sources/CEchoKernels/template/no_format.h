// Ends what a format_….h began.
#undef FORMAT
#undef SUM
#undef STEP
#undef HEIGHTS
#undef TALLEST
#undef WORDS
#undef ROUNDS_GELU
