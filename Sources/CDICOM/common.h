#pragma once
// What the two sources share: DCMTK's conditions as numbers, and a fence that exceptions do not cross.
#include "dcmtk/config/osconfig.h"
#include "dcmtk/dcmdata/dctk.h"

#include <new>

#include "echo_dicom.h"

namespace echo {

/// Registers codecs and silences DCMTK's log, once.
void prepare();

/// DCMTK's number of a condition; 0 where it is good.
inline int32_t status(const OFCondition &condition) {
    return condition.good() ? ECHO_DICOM_OK : condition.module() * 65536 + condition.code();
}

/// Runs a call and turns what it throws into a status.
template <class Call> int32_t fenced(Call call) noexcept {
    try {
        return call();
    } catch (const std::bad_alloc &) {
        return ECHO_DICOM_NO_MEMORY;
    } catch (...) {
        return ECHO_DICOM_EXCEPTION;
    }
}

}  // namespace echo
