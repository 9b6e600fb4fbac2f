// Making a data set of values given as text, and writing it without pixel data; JPEG baseline of one picture.
#include <cstring>
#include <memory>

#include "common.h"
#include "dcmtk/dcmjpeg/djcparam.h"
#include "dcmtk/dcmjpeg/djeijg8.h"

struct echo_dicom_made {
    DcmFileFormat file;
};

namespace {

DcmItem *dcm(echo_dicom_item *item) { return reinterpret_cast<DcmItem *>(item); }

echo_dicom_item *face(DcmItem *item) { return reinterpret_cast<echo_dicom_item *>(item); }

/// Color as scanners store it: YCbCr, chroma halved across; no second copy of the stream in fragments.
const DJCodecParameter &subsampled() {
    static const DJCodecParameter parameter(
        ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel, OFFalse, OFFalse, OFFalse, OFFalse, 0, 0, 0,
        OFTrue, ESS_422);
    return parameter;
}

}  // namespace

int32_t echo_dicom_make(echo_dicom_made **made) {
    return echo::fenced([&]() -> int32_t {
        echo::prepare();
        *made = new echo_dicom_made;
        return ECHO_DICOM_OK;
    });
}

void echo_dicom_discard(echo_dicom_made *made) {
    echo::fenced([&]() -> int32_t {
        delete made;
        return ECHO_DICOM_OK;
    });
}

echo_dicom_item *echo_dicom_made_root(echo_dicom_made *made) { return face(made->file.getDataset()); }

int32_t echo_dicom_put(
    echo_dicom_item *item, uint16_t group, uint16_t element, const char *vr, const char *value) {
    return echo::fenced([&]() -> int32_t {
        const DcmTag tag(group, element, DcmVR(vr));
        DcmElement *made = nullptr;
        const OFCondition created = DcmItem::newDicomElement(made, tag);
        if (created.bad()) return echo::status(created);
        std::unique_ptr<DcmElement> owned(made);
        if (value[0] != '\0') {
            const OFCondition filled = owned->putString(value);
            if (filled.bad()) return echo::status(filled);
        }
        const OFCondition inserted = dcm(item)->insert(owned.get(), OFTrue);
        if (inserted.good()) owned.release();
        return echo::status(inserted);
    });
}

int32_t echo_dicom_add_item(
    echo_dicom_item *item, uint16_t group, uint16_t element, echo_dicom_item **added) {
    return echo::fenced([&]() -> int32_t {
        DcmItem *fresh = nullptr;
        // -2 appends.
        const OFCondition made =
            dcm(item)->findOrCreateSequenceItem(DcmTag(group, element, DcmVR(EVR_SQ)), fresh, -2);
        if (made.good()) *added = face(fresh);
        return echo::status(made);
    });
}

int32_t echo_dicom_save(echo_dicom_made *made, const char *path, const char *syntax) {
    return echo::fenced([&]() -> int32_t {
        return echo::status(made->file.saveFile(
            path, DcmXfer(syntax).getXfer(), EET_ExplicitLength, EGL_withoutGL, EPD_withoutPadding));
    });
}

int32_t echo_dicom_jpeg_encode(
    const uint8_t *samples, size_t held, uint16_t width, uint16_t height, uint16_t components,
    uint8_t quality, uint8_t *bytes, size_t capacity, size_t *count) {
    if (components != 1 && components != 3) return ECHO_DICOM_DAMAGED;
    if (held != static_cast<size_t>(width) * height * components) return ECHO_DICOM_DAMAGED;
    return echo::fenced([&]() -> int32_t {
        DJCompressIJG8Bit encoder(subsampled(), EJM_baseline, quality);
        Uint8 *stream = nullptr;
        Uint32 length = 0;
        const OFCondition encoded = encoder.encode(
            width, height, components == 3 ? EPI_RGB : EPI_Monochrome2, components,
            const_cast<Uint8 *>(samples), stream, length);
        const std::unique_ptr<Uint8[]> owned(stream);
        if (encoded.bad()) return echo::status(encoded);
        *count = length;
        if (length > capacity) return ECHO_DICOM_NO_ROOM;
        memcpy(bytes, stream, length);
        return ECHO_DICOM_OK;
    });
}
