internal import CFFmpeg
internal import EchoCore

/// libswscale from a decoder's pictures to RGB, as the `ffmpeg` tool does it: bicubic, the stream's own
/// matrix and range.
final class DICOMStreamScaler {
    private var context: OpaquePointer?
    private let size: PictureSize

    init(size: PictureSize) { self.size = size }

    deinit { sws_freeContext(context) }

    /// Shape `[height, width, 3]`.
    func pixels(_ picture: UnsafeMutablePointer<AVFrame>, index: Int) throws(DecodeError) -> [UInt8] {
        let held = picture.pointee
        guard Int(held.width) == size.width, Int(held.height) == size.height else {
            throw .damagedFrame(index: index, status: 0)
        }
        let (format, isFull) = Self.plain(AVPixelFormat(held.format), range: held.color_range)
        context = sws_getCachedContext(
            context, held.width, held.height, format, held.width, held.height, AV_PIX_FMT_RGB24,
            SWS_BICUBIC, nil, nil, nil)
        guard let context, let matrix = sws_getCoefficients(Int32(bitPattern: held.colorspace.rawValue))
        else {
            throw .damagedFrame(index: index, status: 0)
        }
        sws_setColorspaceDetails(
            context, matrix, isFull ? 1 : 0, sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16)
        let (row, rows) = (Int32(size.width * 3), Int32(size.height))
        var source = [
            UnsafePointer(held.data.0), UnsafePointer(held.data.1), UnsafePointer(held.data.2),
            UnsafePointer(held.data.3),
        ]
        var strides = [held.linesize.0, held.linesize.1, held.linesize.2, held.linesize.3]
        // libswscale writes whole vectors: the row's end needs room that the frame does not have.
        let room = 64
        let padded = (Int(row) + room) * size.height
        var status: Int32 = 0
        let wide = [UInt8](unsafeUninitializedCapacity: padded) { buffer, initialized in
            buffer.update(repeating: 0)
            var targets: [UnsafeMutablePointer<UInt8>?] = [buffer.baseAddress, nil, nil, nil]
            var targetStrides: [Int32] = [row + Int32(room), 0, 0, 0]
            status = sws_scale(context, &source, &strides, 0, rows, &targets, &targetStrides)
            initialized = padded
        }
        guard status == rows else { throw .damagedFrame(index: index, status: status) }
        return packed(wide, stride: Int(row) + room)
    }

    /// Drops the room after each row.
    private func packed(_ wide: [UInt8], stride: Int) -> [UInt8] {
        let row = size.width * 3
        return [UInt8](unsafeUninitializedCapacity: row * size.height) { buffer, initialized in
            for line in 0..<size.height {
                _ = UnsafeMutableBufferPointer(rebasing: buffer[(line * row)...])
                    .update(fromContentsOf: wide[(line * stride)..<(line * stride + row)])
            }
            initialized = row * size.height
        }
    }

    /// The format without its deprecated full-range twin, and whether it is full-range.
    private static func plain(_ format: AVPixelFormat, range: AVColorRange) -> (AVPixelFormat, Bool) {
        switch format {
        case AV_PIX_FMT_YUVJ420P: (AV_PIX_FMT_YUV420P, true)
        case AV_PIX_FMT_YUVJ422P: (AV_PIX_FMT_YUV422P, true)
        case AV_PIX_FMT_YUVJ444P: (AV_PIX_FMT_YUV444P, true)
        default: (format, range == AVCOL_RANGE_JPEG)
        }
    }
}
