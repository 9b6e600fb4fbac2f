// For every processor: SSE2 on x86-64, NEON on ARM.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#define SUFFIX portable
#define LANES 4
#define TILE 7
#define ROWS 5
#define OUTPUTS 2
#include "template/all.h"
