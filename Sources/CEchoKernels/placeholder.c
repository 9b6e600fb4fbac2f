#include "echo_kernels.h"
