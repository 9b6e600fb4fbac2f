import EchoEncode

/// One place at the image tower.
///
/// - Note: `@unchecked Sendable` holds: ``EncoderLanes`` takes it out of its list before handing it on, so one
///   task at a time has it.
struct EncoderLane: @unchecked Sendable {
    let scratch: VisionScratch
}
