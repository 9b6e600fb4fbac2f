package import EchoCore

/// An open DICOM image file, single or multi-frame, whose frames are decoded on demand.
///
/// Never holds more than one decoded frame. Frames that stand alone may be asked for in any order; those of
/// an MPEG, H.264 or HEVC stream only forwards.
package final class DICOMSource: FrameSource {
    /// The file's facts; its frame count is what the file really holds.
    package let clip: Clip
    private let document: DICOMDocument
    private let pictures: DICOMPictures
    private var rendering: DICOMRendering

    /// Reads the header and finds the frames.
    ///
    /// Decodes none, except of a video stream the first picture, for its extent, and all of them where their
    /// number differs from NumberOfFrames.
    ///
    /// - Parameter path: a DICOM file, with or without preamble and meta group.
    /// - Throws: ``DecodeError/notAnImage(sopClass:)`` for another object, ``DecodeError/directory``,
    ///   ``DecodeError/noPixelData``, ``DecodeError/truncated(held:declared:)`` where NumberOfFrames is more
    ///   than the file holds (fewer is no error: the clip has what is held),
    ///   ``DecodeError/damagedHeader(field:found:)``, ``DecodeError/unsupported(what:)``,
    ///   ``DecodeError/tooLarge(what:found:limit:)``.
    package init(path: String, limits: DecodeLimits) throws(DecodeError) {
        let document = try DICOMDocument(path: path, limits: limits)
        let root = document.header.root
        guard document.layout.pixels != .none else {
            guard root.integer(.rows) != nil else { throw .notAnImage(sopClass: document.sopClassName) }
            throw .noPixelData
        }
        let format = try DICOMPixelFormat(root, limits: limits)
        let declared = root.integer(.numberOfFrames) ?? 1
        guard declared > 0 else { throw .damagedHeader(field: "NumberOfFrames", found: declared) }
        let pictures = try DICOMPictures(document, format: format, declared: declared, limits: limits)
        guard pictures.frameCount <= limits.frames else {
            throw .tooLarge(what: "frames", found: pictures.frameCount, limit: limits.frames)
        }
        clip = Clip(
            container: "dicom", codec: document.layout.syntax.codec.rawValue, size: pictures.size,
            frameTimes: DICOMFrameTimes.times(
                root, count: pictures.frameCount, streamInterval: pictures.streamInterval),
            dicom: DICOMFacts(root, syntax: document.layout.syntax))
        self.document = document
        self.pictures = pictures
        rendering = DICOMRendering(root, format: format)
    }

    /// Decodes one frame to RGB.
    ///
    /// - Parameter index: in 0 ..< `clip.frameCount`; for a video stream above every index asked for before.
    package func frame(at index: Int) throws(DecodeError) -> Frame {
        precondition(
            clip.frameTimes.indices.contains(index), "frame \(index) of a clip of \(clip.frameCount)")
        let pixels =
            switch pictures {
            case .native(let native): try rendering.pixels(native.samples(at: index))
            case .stills(let stills): try rendering.pixels(stills.samples(at: index))
            case .stream(let stream): try stream.pixels(at: index)
            }
        return Frame(
            index: index, time: .seconds(clip.frameTimes[index] / 1000), size: clip.size, pixels: pixels)
    }
}
