// The header: opening a data set up to its pixel data, and reading its values.
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include "common.h"
#include "dcmtk/dcmjpls/djdecode.h"
#include "dcmtk/oflog/oflog.h"

struct echo_dicom {
    DcmFileFormat file;
};

namespace {

DcmItem *dcm(echo_dicom_item *item) { return reinterpret_cast<DcmItem *>(item); }

DcmElement *find(echo_dicom_item *item, uint16_t group, uint16_t element) {
    DcmElement *found = nullptr;
    if (dcm(item)->findAndGetElement(DcmTagKey(group, element), found).bad()) return nullptr;
    return found;
}

E_TransferSyntax syntax(int32_t form) {
    switch (form) {
    case ECHO_DICOM_BARE_IMPLICIT: return EXS_LittleEndianImplicit;
    case ECHO_DICOM_BARE_EXPLICIT: return EXS_LittleEndianExplicit;
    case ECHO_DICOM_BARE_BIG_ENDIAN: return EXS_BigEndianExplicit;
    default: return EXS_Unknown;
    }
}

/// Reads one value by one of DCMTK's typed getters.
template <class Number>
bool get(
    DcmElement *element, OFCondition (DcmElement::*getter)(Number &, const unsigned long),
    unsigned long index, double &value) {
    Number read = 0;
    if ((element->*getter)(read, index).bad()) return false;
    value = static_cast<double>(read);
    return true;
}

/// Reads a number whose VR is binary.
bool binary(DcmElement *element, unsigned long index, double &value) {
    switch (element->ident()) {
    case EVR_US: return get<Uint16>(element, &DcmElement::getUint16, index, value);
    case EVR_SS: return get<Sint16>(element, &DcmElement::getSint16, index, value);
    case EVR_UL: return get<Uint32>(element, &DcmElement::getUint32, index, value);
    case EVR_SL: return get<Sint32>(element, &DcmElement::getSint32, index, value);
    case EVR_FL: return get<Float32>(element, &DcmElement::getFloat32, index, value);
    case EVR_FD: return get<Float64>(element, &DcmElement::getFloat64, index, value);
    default: return false;
    }
}

}  // namespace

void echo::prepare() {
    static std::once_flag once;
    std::call_once(once, [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        DJLSDecoderRegistration::registerCodecs(EJLSUC_never, EJLSPC_colorByPixel);
    });
}

int32_t echo_dicom_open(const char *path, int32_t form, echo_dicom **opened) {
    return echo::fenced([&]() -> int32_t {
        echo::prepare();
        auto dicom = new echo_dicom;
        const E_FileReadMode mode = form == ECHO_DICOM_WITH_META ? ERM_autoDetect : ERM_dataset;
        const OFCondition read = dicom->file.loadFileUntilTag(
            path, syntax(form), EGL_noChange, DCM_MaxReadLength, mode, DCM_PixelData);
        if (read.bad()) {
            delete dicom;
            return echo::status(read);
        }
        // A character set that DCMTK does not know leaves the texts as they are stored.
        dicom->file.getDataset()->convertToUTF8();
        *opened = dicom;
        return ECHO_DICOM_OK;
    });
}

void echo_dicom_close(echo_dicom *dicom) {
    echo::fenced([&]() -> int32_t {
        delete dicom;
        return ECHO_DICOM_OK;
    });
}

echo_dicom_item *echo_dicom_root(echo_dicom *dicom) {
    return reinterpret_cast<echo_dicom_item *>(static_cast<DcmItem *>(dicom->file.getDataset()));
}

echo_dicom_item *echo_dicom_child(echo_dicom_item *item, uint16_t group, uint16_t element, uint32_t index) {
    DcmItem *child = nullptr;
    echo::fenced([&]() -> int32_t {
        DcmElement *found = find(item, group, element);
        if (!found || found->ident() != EVR_SQ) return ECHO_DICOM_OK;
        auto sequence = static_cast<DcmSequenceOfItems *>(found);
        if (index < sequence->card()) child = sequence->getItem(index);
        return ECHO_DICOM_OK;
    });
    return reinterpret_cast<echo_dicom_item *>(child);
}

int64_t echo_dicom_text(
    echo_dicom_item *item, uint16_t group, uint16_t element, char *buffer, size_t capacity) {
    int64_t length = -1;
    echo::fenced([&]() -> int32_t {
        DcmElement *found = find(item, group, element);
        OFString value;
        if (!found || !found->isaString() || found->getOFStringArray(value).bad()) return ECHO_DICOM_OK;
        if (value.size() <= capacity) memcpy(buffer, value.data(), value.size());
        length = static_cast<int64_t>(value.size());
        return ECHO_DICOM_OK;
    });
    return length;
}

int32_t echo_dicom_number(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint32_t index, double *value) {
    int32_t read = 0;
    echo::fenced([&]() -> int32_t {
        DcmElement *found = find(item, group, element);
        if (!found || index >= found->getVM()) return ECHO_DICOM_OK;
        if (!found->isaString()) {
            read = binary(found, index, *value) ? 1 : 0;
            return ECHO_DICOM_OK;
        }
        OFString text;
        if (found->getOFString(text, index).bad() || text.empty()) return ECHO_DICOM_OK;
        char *end = nullptr;
        *value = strtod(text.c_str(), &end);
        read = end != text.c_str() ? 1 : 0;
        return ECHO_DICOM_OK;
    });
    return read;
}

int64_t echo_dicom_words(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint16_t *buffer, size_t capacity) {
    int64_t count = -1;
    echo::fenced([&]() -> int32_t {
        DcmElement *found = find(item, group, element);
        if (!found) return ECHO_DICOM_OK;
        Uint16 *words = nullptr;
        Sint16 *signedWords = nullptr;
        if (found->ident() == EVR_SS) {
            if (found->getSint16Array(signedWords).bad()) return ECHO_DICOM_OK;
            words = reinterpret_cast<Uint16 *>(signedWords);
        } else if (found->getUint16Array(words).bad()) {
            return ECHO_DICOM_OK;
        }
        const size_t held = words ? found->getLength() / 2 : 0;
        if (held > 0 && held <= capacity) memcpy(buffer, words, held * 2);
        count = static_cast<int64_t>(held);
        return ECHO_DICOM_OK;
    });
    return count;
}

int64_t echo_dicom_bytes(
    echo_dicom_item *item, uint16_t group, uint16_t element, uint8_t *buffer, size_t capacity) {
    int64_t count = -1;
    echo::fenced([&]() -> int32_t {
        DcmElement *found = find(item, group, element);
        if (!found || found->getLength() > (1u << 20)) return ECHO_DICOM_OK;
        Uint8 *bytes = nullptr;
        if (found->getUint8Array(bytes).bad()) return ECHO_DICOM_OK;
        const size_t held = bytes ? found->getLength() : 0;
        if (held > 0 && held <= capacity) memcpy(buffer, bytes, held);
        count = static_cast<int64_t>(held);
        return ECHO_DICOM_OK;
    });
    return count;
}
