/// A failure of what keeps files: the disk may be full, or the system refuses.
package protocol DiskFailure: EchoFailure {
    /// The disk is full.
    static var diskFull: Self { get }
    /// Anything else, by its number.
    static func system(code: Int) -> Self
}

extension DiskFailure {
    /// Says in our words what a system call's number means.
    package init(errno code: Int32) {
        self = FailureKind.isFullDisk(errno: code) ? .diskFull : .system(code: Int(code))
    }
}
