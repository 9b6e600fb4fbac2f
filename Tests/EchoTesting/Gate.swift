/// Holds whoever comes until it is opened; then it lets everybody through.
public actor Gate {
    private var isOpen = false
    private var held: [CheckedContinuation<Void, Never>] = []

    /// Closed.
    public init() {}

    /// Waits until the gate is open, cancelled or not.
    public func pass() async {
        if !isOpen { await withCheckedContinuation { held.append($0) } }
    }

    /// Those who wait at it.
    public var waiting: Int { held.count }

    /// Lets those through who wait, and all who come.
    public func open() {
        isOpen = true
        for one in held { one.resume() }
        held = []
    }
}
