#include "echo_dicom.h"
