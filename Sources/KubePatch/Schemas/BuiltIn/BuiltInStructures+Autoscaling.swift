extension BuiltInStructures {
    /// The structures of k8s.io/api/autoscaling.
    static let autoscaling: [BuiltInTable] = [
        BuiltInTable(
            key: "autoscaling/v1", group: "autoscaling", version: "v1",
            text: """
                CrossVersionObjectReference:
                *HorizontalPodAutoscaler: metadata=meta.ObjectMeta spec=HorizontalPodAutoscalerSpec
                  status=HorizontalPodAutoscalerStatus
                HorizontalPodAutoscalerSpec: scaleTargetRef=CrossVersionObjectReference
                HorizontalPodAutoscalerStatus:
                *Scale: metadata=meta.ObjectMeta spec=ScaleSpec status=ScaleStatus
                ScaleSpec:
                ScaleStatus:
                """),
        BuiltInTable(
            key: "autoscaling/v2", group: "autoscaling", version: "v2",
            text: """
                ContainerResourceMetricSource: target=MetricTarget
                ContainerResourceMetricStatus: current=MetricValueStatus
                CrossVersionObjectReference:
                ExternalMetricSource: metric=MetricIdentifier target=MetricTarget
                ExternalMetricStatus: metric=MetricIdentifier current=MetricValueStatus
                HPAScalingPolicy:
                HPAScalingRules: policies=[HPAScalingPolicy
                *HorizontalPodAutoscaler: metadata=meta.ObjectMeta spec=HorizontalPodAutoscalerSpec
                  status=HorizontalPodAutoscalerStatus
                HorizontalPodAutoscalerBehavior: scaleUp=HPAScalingRules scaleDown=HPAScalingRules
                HorizontalPodAutoscalerCondition:
                HorizontalPodAutoscalerSpec: scaleTargetRef=CrossVersionObjectReference metrics=[MetricSpec
                  behavior=HorizontalPodAutoscalerBehavior
                HorizontalPodAutoscalerStatus: currentMetrics=[MetricStatus
                  conditions=[HorizontalPodAutoscalerCondition/merge/type
                MetricIdentifier: selector=meta.LabelSelector
                MetricSpec: object=ObjectMetricSource pods=PodsMetricSource resource=ResourceMetricSource
                  containerResource=ContainerResourceMetricSource external=ExternalMetricSource
                MetricStatus: object=ObjectMetricStatus pods=PodsMetricStatus resource=ResourceMetricStatus
                  containerResource=ContainerResourceMetricStatus external=ExternalMetricStatus
                MetricTarget:
                MetricValueStatus:
                ObjectMetricSource: describedObject=CrossVersionObjectReference target=MetricTarget
                  metric=MetricIdentifier
                ObjectMetricStatus: metric=MetricIdentifier current=MetricValueStatus
                  describedObject=CrossVersionObjectReference
                PodsMetricSource: metric=MetricIdentifier target=MetricTarget
                PodsMetricStatus: metric=MetricIdentifier current=MetricValueStatus
                ResourceMetricSource: target=MetricTarget
                ResourceMetricStatus: current=MetricValueStatus
                """),
    ]
}
