#pragma once
// EchoSeek's own kernels in C: each picks its instruction set when it runs.
#include <stddef.h>
#include <stdint.h>
