extension BuiltInStructures {
    /// The structures of k8s.io/api/resource.
    static let resource: [BuiltInTable] = [
        BuiltInTable(
            key: "resource/v1", group: "resource.k8s.io", version: "v1",
            text: """
                AllocatedDeviceStatus: conditions=[meta.Condition data=meta.RawExtension
                  networkData=NetworkDeviceData
                AllocationResult: devices=DeviceAllocationResult nodeSelector=core/v1.NodeSelector
                CELDeviceSelector:
                CapacityRequirements: requests={
                CounterSet: counters={
                Device: attributes={ capacity={ consumesCounters=[DeviceCounterConsumption
                  nodeSelector=core/v1.NodeSelector taints=[DeviceTaint bindingConditions=[
                  bindingFailureConditions=[ nodeAllocatableResourceMappings={
                DeviceAllocationConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                DeviceAllocationResult: results=[DeviceRequestAllocationResult config=[DeviceAllocationConfiguration
                DeviceClaim: requests=[DeviceRequest constraints=[DeviceConstraint config=[DeviceClaimConfiguration
                DeviceClaimConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                *DeviceClass: metadata=meta.ObjectMeta spec=DeviceClassSpec
                DeviceClassConfiguration: opaque=OpaqueDeviceConfiguration
                DeviceClassSpec: selectors=[DeviceSelector config=[DeviceClassConfiguration
                DeviceConstraint: requests=[
                DeviceCounterConsumption: counters={
                DeviceRequest: exactly=ExactDeviceRequest firstAvailable=[DeviceSubRequest
                DeviceRequestAllocationResult: tolerations=[DeviceToleration bindingConditions=[
                  bindingFailureConditions=[ consumedCapacity={
                DeviceSelector: cel=CELDeviceSelector
                DeviceSubRequest: selectors=[DeviceSelector tolerations=[DeviceToleration
                  capacity=CapacityRequirements
                DeviceTaint:
                DeviceToleration:
                ExactDeviceRequest: selectors=[DeviceSelector tolerations=[DeviceToleration
                  capacity=CapacityRequirements
                NetworkDeviceData: ips=[
                OpaqueDeviceConfiguration: parameters=meta.RawExtension
                *ResourceClaim: metadata=meta.ObjectMeta spec=ResourceClaimSpec status=ResourceClaimStatus
                ResourceClaimConsumerReference:
                ResourceClaimSpec: devices=DeviceClaim
                ResourceClaimStatus: allocation=AllocationResult
                  reservedFor=[ResourceClaimConsumerReference/merge/uid devices=[AllocatedDeviceStatus
                *ResourceClaimTemplate: metadata=meta.ObjectMeta spec=ResourceClaimTemplateSpec
                ResourceClaimTemplateSpec: metadata=meta.ObjectMeta spec=ResourceClaimSpec
                ResourcePool:
                *ResourceSlice: metadata=meta.ObjectMeta spec=ResourceSliceSpec
                ResourceSliceSpec: pool=ResourcePool nodeSelector=core/v1.NodeSelector devices=[Device
                  sharedCounters=[CounterSet
                """),
        BuiltInTable(
            key: "resource/v1alpha3", group: "resource.k8s.io", version: "v1alpha3",
            text: """
                DeviceTaint:
                *DeviceTaintRule: metadata=meta.ObjectMeta spec=DeviceTaintRuleSpec status=DeviceTaintRuleStatus
                DeviceTaintRuleSpec: deviceSelector=DeviceTaintSelector taint=DeviceTaint
                DeviceTaintRuleStatus: conditions=[meta.Condition/merge/type
                DeviceTaintSelector:
                PoolStatus:
                *ResourcePoolStatusRequest: metadata=meta.ObjectMeta spec=ResourcePoolStatusRequestSpec
                  status=ResourcePoolStatusRequestStatus
                ResourcePoolStatusRequestSpec:
                ResourcePoolStatusRequestStatus: pools=[PoolStatus conditions=[meta.Condition/merge/type
                """),
        BuiltInTable(
            key: "resource/v1beta1", group: "resource.k8s.io", version: "v1beta1",
            text: """
                AllocatedDeviceStatus: conditions=[meta.Condition data=meta.RawExtension
                  networkData=NetworkDeviceData
                AllocationResult: devices=DeviceAllocationResult nodeSelector=core/v1.NodeSelector
                BasicDevice: attributes={ capacity={ consumesCounters=[DeviceCounterConsumption
                  nodeSelector=core/v1.NodeSelector taints=[DeviceTaint bindingConditions=[
                  bindingFailureConditions=[ nodeAllocatableResourceMappings={
                CELDeviceSelector:
                CapacityRequirements: requests={
                CounterSet: counters={
                Device: basic=BasicDevice
                DeviceAllocationConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                DeviceAllocationResult: results=[DeviceRequestAllocationResult config=[DeviceAllocationConfiguration
                DeviceClaim: requests=[DeviceRequest constraints=[DeviceConstraint config=[DeviceClaimConfiguration
                DeviceClaimConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                *DeviceClass: metadata=meta.ObjectMeta spec=DeviceClassSpec
                DeviceClassConfiguration: opaque=OpaqueDeviceConfiguration
                DeviceClassSpec: selectors=[DeviceSelector config=[DeviceClassConfiguration
                DeviceConstraint: requests=[
                DeviceCounterConsumption: counters={
                DeviceRequest: selectors=[DeviceSelector firstAvailable=[DeviceSubRequest
                  tolerations=[DeviceToleration capacity=CapacityRequirements
                DeviceRequestAllocationResult: tolerations=[DeviceToleration bindingConditions=[
                  bindingFailureConditions=[ consumedCapacity={
                DeviceSelector: cel=CELDeviceSelector
                DeviceSubRequest: selectors=[DeviceSelector tolerations=[DeviceToleration
                  capacity=CapacityRequirements
                DeviceTaint:
                DeviceToleration:
                NetworkDeviceData: ips=[
                OpaqueDeviceConfiguration: parameters=meta.RawExtension
                *ResourceClaim: metadata=meta.ObjectMeta spec=ResourceClaimSpec status=ResourceClaimStatus
                ResourceClaimConsumerReference:
                ResourceClaimSpec: devices=DeviceClaim
                ResourceClaimStatus: allocation=AllocationResult
                  reservedFor=[ResourceClaimConsumerReference/merge/uid devices=[AllocatedDeviceStatus
                *ResourceClaimTemplate: metadata=meta.ObjectMeta spec=ResourceClaimTemplateSpec
                ResourceClaimTemplateSpec: metadata=meta.ObjectMeta spec=ResourceClaimSpec
                ResourcePool:
                *ResourceSlice: metadata=meta.ObjectMeta spec=ResourceSliceSpec
                ResourceSliceSpec: pool=ResourcePool nodeSelector=core/v1.NodeSelector devices=[Device
                  sharedCounters=[CounterSet
                """),
        BuiltInTable(
            key: "resource/v1beta2", group: "resource.k8s.io", version: "v1beta2",
            text: """
                AllocatedDeviceStatus: conditions=[meta.Condition data=meta.RawExtension
                  networkData=NetworkDeviceData
                AllocationResult: devices=DeviceAllocationResult nodeSelector=core/v1.NodeSelector
                CELDeviceSelector:
                CapacityRequirements: requests={
                CounterSet: counters={
                Device: attributes={ capacity={ consumesCounters=[DeviceCounterConsumption
                  nodeSelector=core/v1.NodeSelector taints=[DeviceTaint bindingConditions=[
                  bindingFailureConditions=[ nodeAllocatableResourceMappings={
                DeviceAllocationConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                DeviceAllocationResult: results=[DeviceRequestAllocationResult config=[DeviceAllocationConfiguration
                DeviceClaim: requests=[DeviceRequest constraints=[DeviceConstraint config=[DeviceClaimConfiguration
                DeviceClaimConfiguration: requests=[ opaque=OpaqueDeviceConfiguration
                *DeviceClass: metadata=meta.ObjectMeta spec=DeviceClassSpec
                DeviceClassConfiguration: opaque=OpaqueDeviceConfiguration
                DeviceClassSpec: selectors=[DeviceSelector config=[DeviceClassConfiguration
                DeviceConstraint: requests=[
                DeviceCounterConsumption: counters={
                DeviceRequest: exactly=ExactDeviceRequest firstAvailable=[DeviceSubRequest
                DeviceRequestAllocationResult: tolerations=[DeviceToleration bindingConditions=[
                  bindingFailureConditions=[ consumedCapacity={
                DeviceSelector: cel=CELDeviceSelector
                DeviceSubRequest: selectors=[DeviceSelector tolerations=[DeviceToleration
                  capacity=CapacityRequirements
                DeviceTaint:
                *DeviceTaintRule: metadata=meta.ObjectMeta spec=DeviceTaintRuleSpec status=DeviceTaintRuleStatus
                DeviceTaintRuleSpec: deviceSelector=DeviceTaintSelector taint=DeviceTaint
                DeviceTaintRuleStatus: conditions=[meta.Condition/merge/type
                DeviceTaintSelector:
                DeviceToleration:
                ExactDeviceRequest: selectors=[DeviceSelector tolerations=[DeviceToleration
                  capacity=CapacityRequirements
                NetworkDeviceData: ips=[
                OpaqueDeviceConfiguration: parameters=meta.RawExtension
                *ResourceClaim: metadata=meta.ObjectMeta spec=ResourceClaimSpec status=ResourceClaimStatus
                ResourceClaimConsumerReference:
                ResourceClaimSpec: devices=DeviceClaim
                ResourceClaimStatus: allocation=AllocationResult
                  reservedFor=[ResourceClaimConsumerReference/merge/uid devices=[AllocatedDeviceStatus
                *ResourceClaimTemplate: metadata=meta.ObjectMeta spec=ResourceClaimTemplateSpec
                ResourceClaimTemplateSpec: metadata=meta.ObjectMeta spec=ResourceClaimSpec
                ResourcePool:
                *ResourceSlice: metadata=meta.ObjectMeta spec=ResourceSliceSpec
                ResourceSliceSpec: pool=ResourcePool nodeSelector=core/v1.NodeSelector devices=[Device
                  sharedCounters=[CounterSet
                """),
    ]
}
