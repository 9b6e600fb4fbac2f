internal import CDICOM
internal import EchoCore

/// Decodes one coded frame that stands alone; the stream's own header must agree with the data set's.
struct DICOMStillCodec {
    let format: DICOMPixelFormat
    let codec: DICOMTransferSyntax.Codec

    /// Decodes frame `index` from its bytes.
    func samples(_ bytes: [UInt8], index: Int) throws(DecodeError) -> DICOMSamples {
        switch codec {
        case .rle: try runLength(bytes, index: index)
        case .jpeg, .jpegLossless, .jpegLS: try jpeg(bytes, index: index)
        default: try jpeg2000(bytes, index: index)
        }
    }

    private func runLength(_ bytes: [UInt8], index: Int) throws(DecodeError) -> DICOMSamples {
        let width = format.bitsAllocated / 8
        guard
            let decoded = RunLength.decode(
                bytes, pixels: format.size.pixelCount, samples: format.photometric.samples, width: width)
        else { throw .damagedFrame(index: index, status: Int32(ECHO_DICOM_DAMAGED)) }
        return DICOMSamples(
            size: format.size, model: DICOMSamples.model(format.photometric), isCertain: false,
            bytesPerSample: width, precision: nil, bytes: decoded)
    }

    private func jpeg(_ bytes: [UInt8], index: Int) throws(DecodeError) -> DICOMSamples {
        guard let markers = JPEGMarkers(bytes), markers.width == format.size.width,
            markers.height == format.size.height, (2...16).contains(markers.precision),
            (markers.process == 0xF7) == (codec == .jpegLS)
        else { throw .damagedFrame(index: index, status: Int32(ECHO_DICOM_DAMAGED)) }
        let components = markers.identifiers.count
        guard components == 1 || components == 3 else {
            throw .unsupported(what: "JPEG of \(components) components")
        }
        let width = markers.precision > 8 ? 2 : 1
        let capacity = format.size.pixelCount * components * width
        var status: Int32 = 0
        // DCMTK pads a frame to an even number of bytes.
        let room = capacity + capacity % 2
        let decoded = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
            buffer.update(repeating: 0)
            status =
                codec == .jpegLS
                ? echo_dicom_jpegls(
                    bytes, bytes.count, UInt16(markers.width), UInt16(markers.height), UInt16(components),
                    Int32(markers.precision), buffer.baseAddress, room)
                : echo_dicom_jpeg(
                    bytes, bytes.count, Int32(markers.precision), buffer.baseAddress, room)
            initialized = capacity
        }
        guard status == ECHO_DICOM_OK else { throw .damagedFrame(index: index, status: status) }
        let told = markers.isLuminanceChrominance.map { $0 ? DICOMSamples.Model.ybr : .rgb }
        return DICOMSamples(
            size: format.size, model: told ?? model(components: components), isCertain: told != nil,
            bytesPerSample: width, precision: markers.precision, bytes: decoded)
    }

    private func jpeg2000(_ bytes: [UInt8], index: Int) throws(DecodeError) -> DICOMSamples {
        guard let markers = JPEG2000Markers(bytes), markers.width == format.size.width,
            markers.height == format.size.height, (1...16).contains(markers.precision)
        else { throw .damagedFrame(index: index, status: Int32(ECHO_DICOM_DAMAGED)) }
        guard markers.components == 1 || markers.components == 3, !markers.isSigned || markers.components == 1
        else {
            throw .unsupported(what: "JPEG 2000 of \(markers.components) components, or of signed colors")
        }
        let decoder = try DICOMJPEG2000(size: format.size)
        let decoded = try decoder.samples(bytes, index: index, markers: markers)
        return DICOMSamples(
            size: format.size,
            model: markers.components == 3 && markers.isTransformed
                ? .rgb : model(components: markers.components),
            isCertain: markers.isTransformed, bytesPerSample: markers.precision > 8 ? 2 : 1,
            precision: markers.precision, bytes: decoded)
    }

    /// The tag's model, unless the stream has another number of components.
    private func model(components: Int) -> DICOMSamples.Model {
        let tagged = DICOMSamples.model(format.photometric)
        guard components != format.photometric.samples else { return tagged }
        return components == 1 ? .gray : .rgb
    }
}
