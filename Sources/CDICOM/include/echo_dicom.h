#pragma once
// A C face on DCMTK: parsing, and the classic codecs.
#include <stddef.h>
#include <stdint.h>
