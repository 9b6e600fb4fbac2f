import ServiceLifecycle

/// Has readiness say that the service ends, before the listener goes.
struct DrainNotice: Service {
    let readiness: Readiness

    /// Waits for the end, graceful or not.
    func run() async throws {
        try? await gracefulShutdown()
        readiness.end()
    }
}
