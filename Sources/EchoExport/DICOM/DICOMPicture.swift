internal import CDICOM
internal import EchoCore

/// A frame's bytes as DICOM stores them.
enum DICOMPicture {
    /// One sample a pixel of a gray picture, else the picture's own three.
    static func samples(_ frame: Frame, isGray: Bool) -> [UInt8] {
        guard isGray else { return frame.pixels }
        return [UInt8](unsafeUninitializedCapacity: frame.size.pixelCount) { target, count in
            frame.pixels.withUnsafeBufferPointer { source in
                for place in 0..<frame.size.pixelCount { target[place] = source[place * 3] }
            }
            count = frame.size.pixelCount
        }
    }

    /// A JPEG baseline stream, of an even number of bytes.
    static func jpeg(_ frame: Frame, isGray: Bool) throws(ExportError) -> [UInt8] {
        let samples = samples(frame, isGray: isGray)
        // A picture of noise at the best quality takes less than twice its own size and the tables.
        let capacity = samples.count * 2 + headerBytes
        var status: Int32 = 0
        let stream = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
            var length = 0
            status = echo_dicom_jpeg_encode(
                samples, samples.count, UInt16(frame.size.width), UInt16(frame.size.height),
                isGray ? 1 : 3, DICOMCoding.quality, target.baseAddress, capacity, &length)
            count = status == 0 ? length : 0
        }
        guard status == 0 else { throw .notEncoded(library: "DCMTK's JPEG", status: status) }
        return stream.count % 2 == 0 ? stream : stream + [0]
    }

    /// Room for a stream's tables.
    private static let headerBytes = 4_096
}
