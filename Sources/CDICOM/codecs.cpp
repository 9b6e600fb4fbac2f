// DCMTK's JPEG and JPEG-LS decoders on bytes that the caller holds.
#include <cstring>

#include "common.h"
#include "dcmtk/dcmdata/dcpixel.h"
#include "dcmtk/dcmdata/dcpixseq.h"
#include "dcmtk/dcmdata/dcpxitem.h"
#include "dcmtk/dcmjpeg/djcparam.h"
#include "dcmtk/dcmjpeg/djdijg12.h"
#include "dcmtk/dcmjpeg/djdijg16.h"
#include "dcmtk/dcmjpeg/djdijg8.h"

namespace {

/// Components as coded: the caller decides on the color model from the stream's own markers.
const DJCodecParameter &asCoded() {
    static const DJCodecParameter parameter(ECC_lossyYCbCr, EDC_never, EUC_never, EPC_colorByPixel);
    return parameter;
}

/// Runs one of DCMTK's three JPEG libraries over a whole stream.
template <class Decoder>
int32_t decode(const uint8_t *bytes, size_t count, uint8_t *samples, size_t capacity) {
    Decoder decoder(asCoded(), OFFalse);
    const OFCondition ready = decoder.init();
    if (ready.bad()) return echo::status(ready);
    return echo::status(decoder.decode(
        const_cast<Uint8 *>(bytes), static_cast<Uint32>(count), samples, static_cast<Uint32>(capacity),
        OFFalse));
}

/// A data set of one frame around a JPEG-LS stream; the data set owns the element.
OFCondition wrap(
    DcmDataset &dataset, const uint8_t *bytes, size_t count, uint16_t width, uint16_t height,
    uint16_t components, int32_t precision) {
    auto sequence = new DcmPixelSequence(DCM_PixelSequenceTag);
    sequence->insert(new DcmPixelItem(DCM_PixelItemTag));
    auto item = new DcmPixelItem(DCM_PixelItemTag);
    sequence->insert(item);
    const OFCondition filled = item->putUint8Array(bytes, static_cast<unsigned long>(count));
    auto element = new DcmPixelData(DCM_PixelData);
    element->putOriginalRepresentation(EXS_JPEGLSLossless, nullptr, sequence);
    const OFCondition inserted = dataset.insert(element);
    if (inserted.bad()) delete element;
    if (filled.bad()) return filled;
    if (inserted.bad()) return inserted;
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, components);
    dataset.putAndInsertString(DCM_PhotometricInterpretation, components == 3 ? "RGB" : "MONOCHROME2");
    dataset.putAndInsertString(DCM_NumberOfFrames, "1");
    dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.putAndInsertUint16(DCM_Rows, height);
    dataset.putAndInsertUint16(DCM_Columns, width);
    dataset.putAndInsertUint16(DCM_BitsAllocated, precision > 8 ? 16 : 8);
    dataset.putAndInsertUint16(DCM_BitsStored, static_cast<Uint16>(precision));
    dataset.putAndInsertUint16(DCM_HighBit, static_cast<Uint16>(precision - 1));
    return dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

}  // namespace

int32_t echo_dicom_jpeg(
    const uint8_t *bytes, size_t count, int32_t precision, uint8_t *samples, size_t capacity) {
    if (count > INT32_MAX || capacity > INT32_MAX) return ECHO_DICOM_TOO_LARGE;
    return echo::fenced([&]() -> int32_t {
        echo::prepare();
        if (precision < 2 || precision > 16) return ECHO_DICOM_UNSUPPORTED_PRECISION;
        if (precision <= 8) return decode<DJDecompressIJG8Bit>(bytes, count, samples, capacity);
        if (precision <= 12) return decode<DJDecompressIJG12Bit>(bytes, count, samples, capacity);
        return decode<DJDecompressIJG16Bit>(bytes, count, samples, capacity);
    });
}

int32_t echo_dicom_jpegls(
    const uint8_t *bytes, size_t count, uint16_t width, uint16_t height, uint16_t components,
    int32_t precision, uint8_t *samples, size_t capacity) {
    if (count > INT32_MAX || capacity > INT32_MAX) return ECHO_DICOM_TOO_LARGE;
    return echo::fenced([&]() -> int32_t {
        echo::prepare();
        if (precision < 2 || precision > 16) return ECHO_DICOM_UNSUPPORTED_PRECISION;
        DcmDataset dataset;
        const OFCondition wrapped = wrap(dataset, bytes, count, width, height, components, precision);
        if (wrapped.bad()) return echo::status(wrapped);
        DcmElement *element = nullptr;
        dataset.findAndGetElement(DCM_PixelData, element);
        Uint32 fragment = 1;
        OFString model;
        return echo::status(static_cast<DcmPixelData *>(element)->getUncompressedFrame(
            &dataset, 0, fragment, samples, static_cast<Uint32>(capacity), model));
    });
}
